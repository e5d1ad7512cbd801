// A part of the app that is missing because a new version has replaced it: found whenever it was wanted, and reloaded for once.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchForMissing } from '../../../src/routes/missing';

const check = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock('$app/state', () => ({ navigating: { to: null }, updated: { check } }));

const reload = vi.fn();
beforeEach(() => {
	const page = new EventTarget();
	const kept = new Map<string, string>();
	vi.stubGlobal('window', page);
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('location', { reload });
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value)
	});
	check.mockResolvedValue(true);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.clearAllMocks();
});

const updating = () => ({
	offline: 'ready' as const,
	updateReady: false,
	mustReload: false,
	lastCheck: undefined,
	blocked: () => false
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

it('what was missing before anybody watched is recovered from as soon as somebody does', async () => {
	window.miliumMissing = [new Error('gone'), undefined];
	watchForMissing(updating());
	await settled();
	expect(reload).toHaveBeenCalledTimes(1);
	expect(window.miliumMissing).toBeUndefined();
});

it.each([[undefined], [new Error('gone')]])(
	'a part that is missing later is too, whether it says why or not: %s',
	async (payload) => {
		watchForMissing(updating());
		window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
		window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
		await settled();
		expect(reload).toHaveBeenCalledTimes(1);
	}
);

it.each([
	['the version is the same', false, false],
	['a page must not be reloaded', true, true]
])('nothing is reloaded where %s', async (_, newer, blocked) => {
	check.mockResolvedValue(newer);
	window.miliumMissing = [new Error('gone')];
	watchForMissing({ ...updating(), blocked: () => blocked });
	await settled();
	expect(reload).not.toHaveBeenCalled();
});
