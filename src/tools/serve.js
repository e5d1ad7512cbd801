// Serves a build as a good static host would. `npm run preview`, or `serve()` from a test.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { cacheControl, pagePolicies, policyFor, SECURITY_HEADERS } from './headers.js';
import { command, ROOT, Stop } from './setup.js';

const FIRST_PORT = 4173;
const PORTS_TRIED = 20;
const ANY_HOST = 'http://host.invalid';

/**
 * The base path that a build was made for: it stands in the manifest.
 * @param {string} dir
 * @returns {string} '' or a path such as '/milium'
 */
export function baseOf(dir) {
	const file = join(dir, 'manifest.webmanifest');
	if (!existsSync(file))
		throw new Stop(`${dir} holds no build of Milium. Make one with: npm run build`);
	return JSON.parse(readFileSync(file, 'utf8')).scope.replace(/\/$/, '');
}

/**
 * Serves a build until `close` is called.
 * @param {{ dir: string, base?: string, port?: number, host?: string }} options `base`: the one it was built with, read
 * from the build where absent. `port`: 0, the default, takes any that is free
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} `url` ends with a slash
 */
export async function serve({ dir, base = baseOf(dir), port = 0, host = '127.0.0.1' }) {
	const server = createServer(handlerOf(dir, base));
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(undefined));
	});
	const address = server.address();
	const actual = typeof address === 'object' && address !== null ? address.port : port;
	return {
		url: `http://${hostName(host)}:${actual}${base}/`,
		port: actual,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/** @param {string} host */
function hostName(host) {
	if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
	return host.includes(':') ? `[${host}]` : host;
}

/**
 * What answers the requests for a build.
 * @param {string} dir
 * @param {string} base
 * @returns {import('node:http').RequestListener}
 */
export function handlerOf(dir, base) {
	const policies = pagePolicies(dir);
	const files = sirv(dir, {
		etag: true,
		setHeaders: (res, path) => {
			res.setHeader('cache-control', cacheControl(path));
			res.setHeader('content-security-policy', policyFor(policies, path));
		}
	});
	const notFound = readFileSync(join(dir, '404.html'));
	return (req, res) => {
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
		if (req.method !== 'GET' && req.method !== 'HEAD') {
			res.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		const asked = req.url ?? '/';
		if (!URL.canParse(asked, ANY_HOST)) {
			res.writeHead(400).end();
			return;
		}
		const { pathname, search } = new URL(asked, ANY_HOST);
		if (pathname === base || isFolder(dir, base, pathname)) {
			res.writeHead(308, { location: `${pathname}/${search}` }).end();
			return;
		}
		const none = () => {
			res.writeHead(404, {
				'content-type': 'text/html;charset=utf-8',
				'content-security-policy': policyFor(policies, '/404.html'),
				'cache-control': 'no-cache'
			});
			res.end(req.method === 'HEAD' ? undefined : notFound);
		};
		if (!pathname.startsWith(`${base}/`)) return none();
		req.url = pathname.slice(base.length) + search;
		files(req, res, none);
	};
}

/**
 * A page asked for without its closing slash; its own links would lead one level too high.
 * @param {string} dir
 * @param {string} base
 * @param {string} pathname
 */
function isFolder(dir, base, pathname) {
	if (pathname.endsWith('/') || !pathname.startsWith(`${base}/`)) return false;
	return (
		/^[\w/-]+$/.test(pathname) && existsSync(join(dir, pathname.slice(base.length), 'index.html'))
	);
}

/**
 * Serves on the first free port from 4173 on, or on the one in PORT; says where; ends with Ctrl-C.
 * @param {string} [dir]
 */
export async function serveHere(dir = join(ROOT, 'build')) {
	const host = process.env.HOST || '127.0.0.1';
	const { server, moved } = await firstFree(dir, host, askedPort());
	process.stdout.write(`\nMilium is at ${server.url}\n`);
	if (moved) {
		process.stdout.write(
			`Port ${FIRST_PORT} is taken. Browsers keep answers per address: those given at port ${FIRST_PORT} stay there.\n`
		);
	}
	process.stdout.write('Stop it with Ctrl-C.\n');
	await new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, resolve);
	});
	await server.close();
}

function askedPort() {
	const { PORT } = process.env;
	if (PORT === undefined || PORT === '') return undefined;
	const port = Number(PORT);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new Stop(`PORT is "${PORT}", expected a number from 0 to 65535.`);
}

/**
 * @param {string} dir
 * @param {string} host
 * @param {number | undefined} asked
 */
async function firstFree(dir, host, asked) {
	const first = asked ?? FIRST_PORT;
	const last = asked ?? FIRST_PORT + PORTS_TRIED - 1;
	for (let port = first; port <= last; port += 1) {
		try {
			return { server: await serve({ dir, port, host }), moved: port !== first };
		} catch (error) {
			if (!(error instanceof Error) || !('code' in error)) throw error;
			if (error.code === 'EADDRINUSE') continue;
			throw new Stop(
				`Cannot serve at ${host}, port ${port} (${error.code}). Set HOST or PORT to something else.`
			);
		}
	}
	throw new Stop(
		first === last
			? `Port ${first} is taken. Stop what uses it, or set PORT to another.`
			: `Ports ${first} to ${last} are all taken. Set PORT to a free one.`
	);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await command(() => serveHere());
