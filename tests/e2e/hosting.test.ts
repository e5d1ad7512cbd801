// The header files that a build brings along say what its pages say.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { SECURITY_HEADERS } from '../../src/tools/headers.js';
import { closeBrowser, open } from './app.js';

afterAll(closeBrowser);

const BUILDS = [
	{ dir: 'build', base: '' },
	{ dir: '.milium/build-folder', base: '/milium' }
];
const META = /http-equiv="content-security-policy" content="([^"]*)"/;
/** Cloudflare Pages passes over what goes beyond. */
const LIMITS = { line: 2000, rules: 100 };

describe.each(BUILDS)('$dir', ({ dir, base }) => {
	const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => ({
			path: `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`,
			policy: META.exec(readFileSync(join(dir, file), 'utf8'))?.[1] ?? 'none'
		}));
	const read = (file: string) => readFileSync(join(dir, file), 'utf8');

	test('every page states a policy with its own hashes and without unsafe scripts', () => {
		expect(pages.length).toBeGreaterThan(20);
		for (const { path, policy } of pages) {
			const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
			expect(scripts, path).toMatch(/^'self'( 'sha256-[\w+/=]+')*$/);
			expect(policy, path).toContain("require-trusted-types-for 'script'");
		}
	});
	test('_headers: a rule for every page, with its policy and no frames', () => {
		const rules = new Map(
			read('_headers')
				.split(/\n(?=\/)/)
				.slice(1)
				.map((rule) => {
					const [path = '', ...lines] = rule.trimEnd().split('\n');
					return [path, lines.map((line) => line.trim())];
				})
		);
		for (const { path, policy } of pages) {
			expect(rules.get(path), path).toEqual([
				`Content-Security-Policy: ${policy}; frame-ancestors 'none'`
			]);
		}
		const always = rules.get(`${base}/*`)?.map((line) => line.toLowerCase());
		for (const [name, value] of Object.entries(SECURITY_HEADERS))
			expect(always).toContain(`${name}: ${value}`.toLowerCase());
		expect(rules.size).toBeLessThanOrEqual(LIMITS.rules);
		for (const line of read('_headers').split('\n'))
			expect(line.length).toBeLessThanOrEqual(LIMITS.line);
	});
	test.each(['hosting/nginx.conf', 'hosting/Caddyfile'])('%s: the same', (file) => {
		const lines = read(file)
			.split('\n')
			.map((line) => line.trim().replace(/;$/, ''));
		for (const { path, policy } of pages)
			expect(lines).toContain(`"${path}" "${policy}; frame-ancestors 'none'"`);
	});
});

test('in a frame Milium says why it does not run there, and does not run', async () => {
	const { page, context, close } = await open(inject('root'));
	// A host that forbids no frames, and a page of somebody else on it.
	await context.route('**/*', async (route) => {
		if (new URL(route.request().url()).pathname === '/frame') {
			return route.fulfill({ contentType: 'text/html', body: '<iframe src="/"></iframe>' });
		}
		const answer = await route.fetch();
		const { 'content-security-policy': _, 'x-frame-options': __, ...headers } = answer.headers();
		return route.fulfill({ response: answer, headers });
	});
	await page.goto(`${inject('root')}frame`);
	const frame = page.frameLocator('iframe');
	await frame.getByText('Milium does not run inside another page.').waitFor();
	await frame.getByRole('link', { name: 'Open Milium in its own window' }).waitFor();
	expect(await frame.getByRole('link').count()).toBe(1);
	expect(await frame.locator('script').count()).toBe(0);
	await close();
});
