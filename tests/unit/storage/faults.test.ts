// Every storage call of every operation fails once, and then for good, with every kind of error: what is stored is the
// state before or the state after, the learner is told, and trying again works.
import { describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '$lib/session/events';
import type { Saved } from '$lib/session/store';
import { answer, checked, finished, item, responded, started } from './events';
import { ERRORS, Faults } from './faults';
import { Device, type Tab } from './ground';
import { openRaw, tables } from './rows';

vi.setConfig({ testTimeout: 60_000 });

const CODES: Record<(typeof ERRORS)[number], string> = {
	QuotaExceededError: 'full',
	UnknownError: 'lost-connection',
	InvalidStateError: 'lost-connection',
	AbortError: 'lost-connection'
};
/** More calls than any operation makes. */
const MANY = 200;

const log: SessionEvent[] = [started('s', 4, 'exam'), responded('s', 1), checked('s', 0)];
const exam = finished('s', [answer(1, { mode: 'exam' }), answer(2, { mode: 'exam' })]);
const next = started('t', 2);

const SCENARIOS: Record<string, (tab: Tab) => Promise<Saved>> = {
	'a session starts': (tab) => tab.store.append(next, [item('item-0'), item('item-7')]),
	'an answer': (tab) => tab.store.append(log[2] as SessionEvent),
	'the end of an exam': (tab) => tab.store.append(exam),
	'a setting': (tab) => tab.store.settings.write({ quizLength: 20 })
};

async function prepared(faults: Faults): Promise<{ device: Device; tab: Tab }> {
	const device = new Device();
	device.prepare = faults.install;
	const tab = await device.tab();
	await tab.store.append(log[0] as SessionEvent, [item('item-0')]);
	await tab.store.append(log[1] as SessionEvent);
	return { device, tab };
}

const state = async (device: Device) => {
	const db = await openRaw(device);
	const rest = { contents: await db.contents.toArray(), settings: await db.settings.toArray() };
	db.close();
	return JSON.stringify([await tables(device), rest]);
};

describe.each(Object.keys(SCENARIOS))('%s', (name) => {
	const run = SCENARIOS[name] as (tab: Tab) => Promise<Saved>;

	it.each(ERRORS.flatMap((error) => [`${error} once`, `${error} for good`]))(
		'%s',
		async (fault) => {
			const [error, ...rest] = fault.split(' ') as [(typeof ERRORS)[number], ...string[]];
			const clean = await prepared(new Faults());
			const before = await state(clean.device);
			expect(await run(clean.tab)).toEqual({ ok: true });
			const after = await state(clean.device);
			for (let k = 1; k < MANY; k += 1) {
				const faults = new Faults();
				const { device, tab } = await prepared(faults);
				faults.arm(error, k, rest[0] === 'once' ? k : Infinity);
				const saved = await run(tab);
				faults.disarm();
				const hit = faults.failed > 0;
				const stored = await state(device);
				if (saved.ok) {
					expect(stored).toBe(after);
				} else {
					expect([before, after]).toContain(stored);
					expect(saved.problem.code).toBe(CODES[error]);
					expect(tab.store.status.problem).toBe(saved.problem);
				}
				if (rest[0] !== 'once' && hit) expect(device.waits.length).toBeLessThanOrEqual(3);
				expect(await run(tab)).toEqual({ ok: true });
				expect(await state(device)).toBe(after);
				expect(tab.store.status).not.toHaveProperty('problem');
				if (!hit) return;
			}
			expect.unreachable('The operation makes more calls than expected');
		}
	);
});

describe('a rebuild that fails', () => {
	it.each(ERRORS)('corrects all or nothing: %s', async (error) => {
		for (let k = 1; k < MANY; k += 1) {
			const faults = new Faults();
			const { device, tab } = await prepared(faults);
			await tab.store.append(exam);
			const right = await state(device);
			const db = await openRaw(device);
			await db.rollups.update('all/', { n: 999 });
			await db.sessions.clear();
			db.close();
			const wrong = await state(device);
			faults.arm(error, k, Infinity);
			await tab.store.rebuild().catch(() => undefined);
			faults.disarm();
			expect([wrong, right]).toContain(await state(device));
			expect(await tab.store.rebuild()).toMatchObject({ damaged: 0 });
			expect(await state(device)).toBe(right);
			if (faults.failed === 0) return;
		}
		expect.unreachable('The rebuild makes more calls than expected');
	});
});

describe('a restoration that fails', () => {
	it.each(ERRORS)('is finished at the next start: %s', async (error) => {
		for (let k = 1; k < MANY; k += 1) {
			const faults = new Faults();
			const { device, tab } = await prepared(faults);
			await tab.store.append(exam);
			const whole = await tables(device);
			tab.close();
			device.loseDatabase();
			faults.arm(error, k, Infinity);
			const broken = await device.tab();
			faults.disarm();
			if (faults.failed > 0) expect(broken.store.status).toHaveProperty('problem');
			broken.close();
			const healed = await device.tab();
			expect(healed.store.status).toMatchObject({ mode: 'database' });
			expect(await tables(device)).toEqual(whole);
			if (faults.failed === 0) return;
		}
		expect.unreachable('The restoration makes more calls than expected');
	});
});
