// What a host should send with every file. A page carries its content security policy itself, with the hashes of its scripts, and
// a good host sends it as well: only there can it forbid frames, and only there does it hold for workers.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const NO_FRAMES = "frame-ancestors 'none'";
/** For scripts: where a worker is made of one, it may fetch from this host and nowhere else. */
export const SCRIPT_POLICY = `default-src 'none'; script-src 'self'; connect-src 'self'; ${NO_FRAMES}`;
/** For all that is neither a page nor a script. */
export const OTHER_POLICY = `default-src 'none'; style-src 'unsafe-inline'; ${NO_FRAMES}`;

/** Sent with everything, besides the policy. @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
	'x-frame-options': 'DENY',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

export const FOREVER = 'public, max-age=31536000, immutable';
export const NAMED_BY_CONTENT = '/_app/immutable/';

/**
 * Files under `_app/immutable` carry the hash of their contents in their names; everything else is asked for again.
 * @param {string} path path below the base
 */
export function cacheControl(path) {
	return path.startsWith(NAMED_BY_CONTENT) ? FOREVER : 'no-cache';
}

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

/**
 * The policy of each page of a build, as the page itself states it, with what only a header can say.
 * @param {string} dir
 * @returns {Map<string, string>} by path below the base: `/`, `/learn/`, `/404.html`; a page without a policy has no entry
 */
export function pagePolicies(dir) {
	const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.sort();
	/** @type {Map<string, string>} */
	const policies = new Map();
	for (const file of pages) {
		const policy = META.exec(readFileSync(join(dir, file), 'utf8'))?.[1];
		if (policy === undefined) continue;
		const path = `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
		policies.set(path, `${policy}; ${NO_FRAMES}`);
	}
	return policies;
}

/**
 * The policy that a host sends with a file.
 * @param {ReadonlyMap<string, string>} pages
 * @param {string} path below the base
 */
export function policyFor(pages, path) {
	const page = pages.get(path.replace(/\/index\.html$/, '/'));
	if (page !== undefined) return page;
	return path.endsWith('.js') ? SCRIPT_POLICY : OTHER_POLICY;
}
