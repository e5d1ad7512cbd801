// Backups with anything in the place of anything: each is refused whole or restored without what is not sound, and what is stored
// afterwards is sound itself.
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { checked, started } from '../storage/events';
import { Device } from '../storage/ground';
import { fillRows } from './class-rows';
import { backUp, compare, fill, restore, someBank } from './state';

vi.setConfig({ testTimeout: 300_000 });
const RUNS = { numRuns: Number(process.env['MILIUM_HOSTILE'] ?? 60) };

let lines: unknown[];
beforeAll(async () => {
	const { store } = await new Device().tab();
	const log = [started('s'), checked('s', 0), checked('s', 1)];
	const banks = new Map([['ward-one', await someBank('ward-one', false)]]);
	await fill(
		store,
		{ log, settings: { theme: 'dark', retention: 0.9 }, banks: ['ward-one'], drafts: [] },
		banks
	);
	await fillRows(store);
	lines = strFromU8(gunzipSync(await backUp(store)))
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as unknown);
});

const file = (all: readonly unknown[]) =>
	gzipSync(strToU8(all.map((line) => JSON.stringify(line)).join('\n')));

/** Puts a value in the place of one somewhere below; `at` leads there. */
function put(value: unknown, at: readonly number[], other: unknown): unknown {
	const [step, ...rest] = at;
	if (step === undefined || typeof value !== 'object' || value === null) return other;
	const keys = Object.keys(value);
	const key = keys[step % Math.max(1, keys.length)];
	if (key === undefined) return other;
	const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<
		string,
		unknown
	>;
	const below = put(copy[key], rest, other);
	if (below === undefined) delete copy[key];
	else copy[key] = below;
	return copy;
}

const anything = fc.oneof(
	fc.jsonValue(),
	fc.constantFrom(
		null,
		'',
		0,
		-1,
		1e308,
		1.5,
		true,
		[],
		{},
		undefined,
		'\u0000',
		'\ud800',
		'x'.repeat(5000)
	)
);
const anyChange = fc.record({
	line: fc.nat(),
	at: fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
	other: anything
});

describe('a backup in which anything was changed', () => {
	it('is refused whole, or restored without what is not sound', async () => {
		let restored = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 3 }), async (changes) => {
				const all = [...lines];
				for (const { line, at, other } of changes) {
					const place = line % all.length;
					all[place] = put(all[place], at, other) ?? null;
				}
				const { store } = await new Device().tab();
				const empty = await backUp(store);
				const found = await compare(store, file(all));
				expect(await backUp(store)).toEqual(empty);
				if ('code' in found) return;
				restored += 1;
				await restore(store, file(all), 'backup');
				expect(await store.rebuild()).toMatchObject({ corrected: 0, damaged: 0 });
				// What was let in is let in again, and by then there is nothing to add.
				const again = await compare(store, await backUp(store));
				expect(again).toMatchObject({ total: 0, rows: { add: 0, differ: 0, left: [] } });
				for (const cohort of await store.results.cohorts()) expect(cohort.summary).toBeDefined();
				expect(await store.backups.undo()).toEqual({ ok: true });
				expect(await backUp(store)).toEqual(empty);
			}),
			RUNS
		);
		expect(restored).toBeGreaterThan(0);
	});
});
