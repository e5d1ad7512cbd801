// Serves a build as a CDN would: HTTP/2 over TLS, text compressed once with Brotli 11, hashed files immutable.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
	createSecureServer,
	type Http2Server,
	type Http2ServerRequest,
	type Http2ServerResponse
} from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheControl, SECURITY_HEADERS } from '../../src/tools/headers.js';
import type { Certificate } from './certificate.js';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html;charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.webmanifest': 'application/manifest+json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.txt': 'text/plain;charset=utf-8'
};
const COMPRESSED = /\.(?:html|js|css|json|webmanifest|svg|txt)$/;

export interface SiteFile {
	readonly type: string;
	readonly raw: Buffer;
	readonly br: Buffer | undefined;
	readonly gzip: Buffer | undefined;
}

/** Files of a build by path, such as `/_app/version.json`; a folder's `index.html` by the folder, `/session/`. */
export type Site = ReadonlyMap<string, SiteFile>;

/** Reads a build and compresses it, once for all samples. */
export async function readSite(dir: string): Promise<Site> {
	const brotli = promisify(brotliCompress);
	const zip = promisify(gzip);
	const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
	const entries = readdirSync(dir, { recursive: true, withFileTypes: true, encoding: 'utf8' });
	const files = await Promise.all(
		entries
			.filter((entry) => entry.isFile())
			.map(async (entry): Promise<[string, SiteFile]> => {
				const full = join(entry.parentPath, entry.name);
				const raw = readFileSync(full);
				const text = COMPRESSED.test(entry.name);
				const path = `/${relative(dir, full).replaceAll('\\', '/')}`;
				return [
					path.replace(/\/index\.html$/, '/'),
					{
						type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
						raw,
						br: text ? await brotli(raw, options) : undefined,
						gzip: text ? await zip(raw, { level: 9 }) : undefined
					}
				];
			})
	);
	return new Map(files);
}

export interface Host {
	/** Without a slash at its end. */
	readonly url: string;
	/** Stops at once and drops every connection: from then on the server is dead. */
	close(): Promise<void>;
}

/** Serves a site on a free port: over HTTP/2 with a certificate, else over HTTP/1.1. */
export async function serve(site: Site, certificate: Certificate | undefined): Promise<Host> {
	const handler = handlerFor(site);
	const server =
		certificate === undefined
			? createServer(handler)
			: createSecureServer({ ...certificate, allowHTTP1: true }, handler);
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	if (certificate !== undefined) (server as Http2Server).on('sessionError', () => undefined);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(0, '127.0.0.1', resolve);
	});
	const { port } = server.address() as AddressInfo;
	let closed = false;
	return {
		url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				if (closed) return resolve();
				closed = true;
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			})
	};
}

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

const handlerFor = (site: Site) => (req: Request, res: Response) => {
	const { pathname, search } = new URL(req.url ?? '/', 'http://host.invalid');
	if (site.has(`${pathname}/`)) {
		res.writeHead(308, { location: `${pathname}/${search}` });
		res.end();
		return;
	}
	const found = site.get(pathname);
	const file = found ?? site.get('/404.html');
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
	if (file === undefined) {
		res.writeHead(404);
		res.end();
		return;
	}
	const accepted = String(req.headers['accept-encoding'] ?? '');
	const coding = (['br', 'gzip'] as const).find(
		(one) => accepted.includes(one) && file[one] !== undefined
	);
	const body = coding === undefined ? file.raw : (file[coding] ?? file.raw);
	res.setHeader('content-type', file.type);
	res.setHeader('cache-control', found === undefined ? 'no-cache' : cacheControl(pathname));
	res.setHeader('content-length', body.length);
	res.setHeader('vary', 'accept-encoding');
	if (coding !== undefined) res.setHeader('content-encoding', coding);
	res.writeHead(found === undefined ? 404 : 200);
	res.end(body);
};
