// An engine that is not here is named, and keeps no other away.
import { afterEach, expect, it, vi } from 'vitest';
import { ENGINES, missingFor, requireBrowsers } from '../../../src/tools/browsers.js';
import { whyNot } from '../../../src/tools/probe.js';

afterEach(() => vi.unstubAllEnvs());

it.each([
	['firefox', 'MILIUM_FIREFOX', 'firefox-esr'],
	['chromium', 'MILIUM_CHROMIUM', 'chromium']
] as const)(
	'says that %s is missing, and of the others what holds for them',
	async (engine, variable, name) => {
		const others = () => ENGINES.filter((one) => one !== engine).map(missingFor);
		const before = others();
		vi.stubEnv(variable, '/no/such/program');
		expect(missingFor(engine)).toEqual([name]);
		expect(() => requireBrowsers(engine)).toThrow(name);
		expect(await whyNot(engine)).toBe(`this machine lacks ${name}`);
		expect(others()).toEqual(before);
	}
);
