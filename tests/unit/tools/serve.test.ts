import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OTHER_POLICY, SCRIPT_POLICY, SECURITY_HEADERS } from '../../../src/tools/headers.js';
import { serve } from '../../../src/tools/serve.js';
import { folderWith } from './folder.js';

const page = (policy: string) =>
	`<!doctype html><meta http-equiv="content-security-policy" content="${policy}">`;
const build = (base: string) =>
	folderWith({
		'index.html': 'home',
		'404.html': 'nothing here',
		'quiz/index.html': 'quiz',
		'strict/index.html': page("script-src 'self' 'sha256-abc='"),
		'boot.js': '1;',
		'sw.js': '2;',
		'.secret': 'x',
		'_app/immutable/a.js': '3;',
		'manifest.webmanifest': JSON.stringify({ scope: `${base}/` })
	});

async function served(base = '') {
	const server = await serve({ dir: build(base) });
	onTestFinished(server.close);
	return server;
}

/** A request as it is written: `fetch` would put a strange path in order first. */
function raw(port: number, path: string): Promise<{ status: number; body: string }> {
	return new Promise((resolve, reject) => {
		const sent = request({ port, host: '127.0.0.1', path }, (answer) => {
			let body = '';
			answer.on('data', (part) => (body += String(part)));
			answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
		});
		sent.on('error', reject);
		sent.end();
	});
}

describe.each(['', '/milium', '/a/b'])('under the base "%s"', (base) => {
	it('gives pages and files, and 404.html for what is unknown', async () => {
		const { url } = await served(base);
		expect(url.endsWith(`${base}/`)).toBe(true);
		for (const [path, status, body] of [
			['', 200, 'home'],
			['quiz/', 200, 'quiz'],
			['boot.js', 200, '1;'],
			['nowhere/', 404, 'nothing here'],
			['nowhere.js', 404, 'nothing here'],
			['.secret', 404, 'nothing here']
		] as const) {
			const answer = await fetch(url + path);
			expect([path, answer.status, await answer.text()]).toEqual([path, status, body]);
		}
	});
	it('sends to the address with a slash, query and all', async () => {
		const { url } = await served(base);
		const answer = await fetch(`${url}quiz?n=1`, { redirect: 'manual' });
		expect([answer.status, answer.headers.get('location')]).toEqual([308, `${base}/quiz/?n=1`]);
	});
	it('says what may be kept', async () => {
		const { url } = await served(base);
		const kept = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
		expect(await kept('_app/immutable/a.js')).toContain('immutable');
		for (const path of ['', 'sw.js', 'boot.js', 'quiz/', 'nowhere'])
			expect(await kept(path), path).toBe('no-cache');
	});
	it('sends the security headers with everything', async () => {
		const { url } = await served(base);
		for (const path of ['', 'boot.js', 'nowhere/']) {
			const { headers } = await fetch(url + path);
			for (const [name, value] of Object.entries(SECURITY_HEADERS))
				expect(headers.get(name), name).toBe(value);
			expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
		}
	});
	it('sends the policy that a page states, and one for what may become a worker', async () => {
		const { url } = await served(base);
		const policy = async (path: string) =>
			(await fetch(url + path)).headers.get('content-security-policy');
		expect(await policy('strict/')).toBe("script-src 'self' 'sha256-abc='; frame-ancestors 'none'");
		expect(await policy('_app/immutable/a.js')).toBe(SCRIPT_POLICY);
		expect(await policy('manifest.webmanifest')).toBe(OTHER_POLICY);
	});
});

describe('the server', () => {
	it('knows a file that has not changed', async () => {
		const { url } = await served();
		const etag = (await fetch(`${url}boot.js`)).headers.get('etag') ?? '';
		expect((await fetch(`${url}boot.js`, { headers: { 'if-none-match': etag } })).status).toBe(304);
	});
	it('gives nothing outside the base', async () => {
		const { port } = await served('/milium');
		expect(await raw(port, '/boot.js')).toEqual({ status: 404, body: 'nothing here' });
		expect(await raw(port, '/miliumx/')).toEqual({ status: 404, body: 'nothing here' });
		expect((await raw(port, '/milium')).status).toBe(308);
	});
	it('only reads', async () => {
		const { url } = await served();
		expect((await fetch(url, { method: 'POST' })).status).toBe(405);
		const head = await fetch(url, { method: 'HEAD' });
		expect([head.status, await head.text()]).toEqual([200, '']);
	});
	it.each([
		'/../../etc/passwd',
		'/%2e%2e/%2e%2e/etc/passwd',
		'/..%5c..%5cx',
		'/%',
		'/%00',
		'//evil.example/quiz',
		'//',
		'http://',
		'/\\evil'
	])('survives %s', async (path) => {
		const { port, url } = await served();
		const { status, body } = await raw(port, path);
		expect(body).not.toContain('root:');
		expect([200, 308, 400, 404]).toContain(status);
		expect(await (await fetch(url)).text()).toBe('home');
	});
	it('lets go of its port when it is closed', async () => {
		const dir = build('');
		const first = await serve({ dir });
		await first.close();
		const second = await serve({ dir, port: first.port });
		expect(second.port).toBe(first.port);
		await second.close();
	});
	it('says so when there is no build', async () => {
		await expect(serve({ dir: folderWith({}) })).rejects.toThrow('npm run build');
	});
});
