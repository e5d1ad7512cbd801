// Header files for common hosts, made with every build because the hashes in the policies change with it: `_headers` for Netlify,
// Cloudflare Pages and their like, `hosting/nginx.conf`, `hosting/Caddyfile`. docs/hosting.md says how to use them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	FOREVER,
	NAMED_BY_CONTENT,
	OTHER_POLICY,
	pagePolicies,
	SCRIPT_POLICY,
	SECURITY_HEADERS
} from './headers.js';
import { Stop } from './setup.js';

/** Cloudflare Pages passes over longer lines, and over rules beyond the hundredth. */
const LONGEST_LINE = 2000;
const MOST_RULES = 100;
const MADE =
	'Made by the build of Milium. The hashes belong to this build: replace this file with every new one.';

/** Addresses of workers and of what the service worker loads. */
const SCRIPTS = ['/_app/*', '/*.js'];

/**
 * Writes the files into a build.
 * @param {string} dir
 * @param {string} base
 */
export function writeHosting(dir, base) {
	const pages = pagePolicies(dir);
	mkdirSync(join(dir, 'hosting'), { recursive: true });
	writeFileSync(join(dir, '_headers'), headersFile(pages, base));
	writeFileSync(join(dir, 'hosting', 'nginx.conf'), nginxFile(pages, base));
	writeFileSync(join(dir, 'hosting', 'Caddyfile'), caddyFile(pages, base));
}

/** @typedef {ReadonlyMap<string, string>} Pages policy by path below the base */

const title = (/** @type {string} */ name) =>
	name
		.split('-')
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join('-');
const always = Object.entries(SECURITY_HEADERS).map(([name, value]) => [title(name), value]);
const POLICY = 'Content-Security-Policy';

/**
 * @param {Pages} pages
 * @param {string} base
 */
function headersFile(pages, base) {
	/** @type {[string, string[][]][]} */
	const rules = [
		['/*', always],
		[NAMED_BY_CONTENT + '*', [['Cache-Control', FOREVER]]],
		...SCRIPTS.map(
			(path) => /** @type {[string, string[][]]} */ ([path, [[POLICY, SCRIPT_POLICY]]])
		),
		...[...pages].map(
			([path, policy]) => /** @type {[string, string[][]]} */ ([path, [[POLICY, policy]]])
		)
	];
	const lines = rules.flatMap(([path, headers]) => [
		base + path,
		...headers.map(([name, value]) => `  ${name}: ${value}`)
	]);
	const long = lines.find((line) => line.length > LONGEST_LINE);
	if (long !== undefined)
		throw new Stop(
			`A line of _headers is longer than ${LONGEST_LINE} characters: ${long.slice(0, 80)}…`
		);
	if (rules.length > MOST_RULES)
		throw new Stop(`_headers has ${rules.length} rules; hosts read no more than ${MOST_RULES}.`);
	return `# ${MADE}\n${lines.join('\n')}\n`;
}

/**
 * Each page under both its names: a server may look the policy up after it has found the file.
 * @param {Pages} pages
 * @param {string} base
 * @returns {[string, string][]}
 */
const named = (pages, base) =>
	[...pages].flatMap(([path, policy]) =>
		(path.endsWith('/') ? [path, `${path}index.html`] : [path]).map(
			(one) => /** @type {[string, string]} */ ([base + one, policy])
		)
	);

/**
 * For nginx's `http` block.
 * @param {Pages} pages
 * @param {string} base
 */
function nginxFile(pages, base) {
	const quoted = (/** @type {string} */ text) => `"${text.replace(/["\\$]/g, '\\$&')}"`;
	return `# ${MADE}
# Include this within nginx's http block, set server_name and the folder, and add your certificate.
map $uri $milium_policy {
	default ${quoted(OTHER_POLICY)};
	~\\.js$ ${quoted(SCRIPT_POLICY)};
${named(pages, base)
	.map(([path, policy]) => `\t${quoted(path)} ${quoted(policy)};\n`)
	.join('')}}
map $uri $milium_kept {
	default "no-cache";
	~^${base.replaceAll('.', '\\.')}${NAMED_BY_CONTENT} "${FOREVER}";
}
server {
	listen 80;
	server_name milium.example;
	absolute_redirect off;
	include mime.types;
	types { application/manifest+json webmanifest; }
	gzip on;
	gzip_types text/css application/javascript application/json application/manifest+json image/svg+xml;
${always.map(([name, value]) => `\tadd_header ${name} ${quoted(value ?? '')} always;\n`).join('')}\tadd_header ${POLICY} $milium_policy always;
	add_header Cache-Control $milium_kept always;
	error_page 404 ${base}/404.html;
	location ${base}/ {
		alias /var/www/milium/;
		index index.html;
	}
}
`;
}

/**
 * @param {Pages} pages
 * @param {string} base
 */
function caddyFile(pages, base) {
	return `# ${MADE}
# Set the address and the folder. With a host name instead of a port, Caddy fetches its own certificate.
(milium_headers) {
	map {path} {milium_policy} {
${named(pages, base)
	.map(([path, policy]) => `\t\t"${path}" "${policy}"\n`)
	.join('')}\t\t~\\.js$ "${SCRIPT_POLICY}"
		default "${OTHER_POLICY}"
	}
	map {path} {milium_kept} {
		~^${base.replaceAll('.', '\\.')}${NAMED_BY_CONTENT} "${FOREVER}"
		default "no-cache"
	}
	header {
${always.map(([name, value]) => `\t\t${name} "${value}"\n`).join('')}\t\t${POLICY} "{milium_policy}"
		Cache-Control "{milium_kept}"
	}
}
:8080 {
	import milium_headers
	encode gzip
	handle_path ${base}/* {
		root * /var/www/milium
		file_server
	}
	handle_errors {
		import milium_headers
		header Content-Security-Policy "${pages.get('/404.html') ?? OTHER_POLICY}"
		header Cache-Control "no-cache"
		root * /var/www/milium
		rewrite * /404.html
		file_server
	}
}
`;
}
