import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const ORIGIN = 'https://milium.example';

beforeEach(() => {
	vi.resetModules();
	vi.stubGlobal('location', { href: `${ORIGIN}/milium/practice/`, origin: ORIGIN });
	vi.stubEnv('BASE_URL', '/milium/');
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.unstubAllEnvs();
});

const load = async () => (await import('$lib/ui/trusted-url')).trustedUrl;

describe('a trusted URL', () => {
	it.each([
		'/milium/sw.js',
		'/milium/_app/immutable/workers/journal.worker-CeCkJF66.js',
		'/milium/src/lib/intake/intake.worker.ts'
	])('is one of our own: %s', async (url) => {
		expect((await load())(url)).toBe(ORIGIN + url);
	});

	it.each([
		'https://evil.example/milium/sw.js',
		'//evil.example/milium/sw.js',
		'/sw.js',
		'/milium/evil.js',
		'/milium/_app/immutable/chunks/abc.js',
		'/milium/_app/immutable/workers/../../../../evil/sw.jsx',
		'/milium/../sw.js',
		'data:text/javascript,alert(1)',
		'blob:https://milium.example/1',
		'javascript:alert(1)'
	])('is nothing else: %s', async (url) => {
		const trustedUrl = await load();
		expect(() => trustedUrl(url)).toThrow(TypeError);
	});

	it('comes from one policy, made once', async () => {
		const createPolicy = vi.fn((_name: string, rules: object) => rules);
		vi.stubGlobal('trustedTypes', { createPolicy });
		const trustedUrl = await load();
		trustedUrl('/milium/sw.js');
		trustedUrl('/milium/sw.js');
		expect(createPolicy).toHaveBeenCalledTimes(1);
		expect(createPolicy.mock.calls[0]?.[0]).toBe('milium-url');
		expect(() => trustedUrl('/evil.js')).toThrow(TypeError);
	});
});
