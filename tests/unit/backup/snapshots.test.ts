import * as fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { isTime, kept, nameOf, snapshotsIn, type Snapshot } from '$lib/backup/snapshots';
import {
	forgetsAfterAWeek,
	INSTALL,
	platformOf
} from '../../../src/routes/settings/storage/platform';
import { isReminderDue } from '../../../src/routes/reminder';
import { snapshotDatabase } from '$lib/storage/snapshot-database';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 22, 12);
const snapshot = (at: number, lines = 100): Snapshot => {
	const one = { at, answers: 5, lines, bytes: 10 };
	return { ...one, name: nameOf(one) };
};
const latestFirst = (all: Snapshot[]) => all.sort((a, b) => b.at - a.at);

describe('snapshots', () => {
	it('are known by their names; one that was cut short is none', () => {
		const one = snapshot(START);
		const files = [
			{ name: one.name, size: 10 },
			{ name: snapshot(START - 5).name, size: 9 },
			{ name: 'else.txt', size: 1 }
		];
		expect(snapshotsIn(files)).toEqual([one]);
	});

	it('are kept for 7 days and 4 weeks', () => {
		const all = Array.from({ length: 60 * 4 }, (_, n) => snapshot(START - n * (DAY / 4)));
		const keep = all.filter((one) => kept(all).has(one.name)).map((one) => (START - one.at) / DAY);
		// One a day, and the one before the latest.
		expect(keep.filter((days) => days < 6)).toHaveLength(8);
		expect(keep.length).toBeLessThanOrEqual(12);
		expect(Math.max(...keep)).toBeGreaterThan(14);
	});

	it('made before a loss stay beside those made after it', () => {
		const [before, after] = [snapshot(START, 900), snapshot(START + 3_600_000, 4)];
		expect([...kept([after, before])].sort()).toEqual([before.name, after.name].sort());
	});

	it('made before and after a restore are both there', () => {
		const all = latestFirst([
			snapshot(START, 10),
			snapshot(START + 60_000, 40),
			snapshot(START + 120_000, 90)
		]);
		expect([...kept(all)].sort()).toEqual([all[0]!.name, all[1]!.name].sort());
	});

	it('keep the latest always, and never more than 23', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(400 * DAY), fc.nat(1000))), (made) => {
				const all = latestFirst(made.map(([ago, lines]) => snapshot(START - ago, lines)));
				const keep = kept(all);
				expect(keep.size).toBeLessThanOrEqual(23);
				if (all[0] !== undefined) expect(keep).toContain(all[0].name);
			})
		);
	});

	it.each([
		['there is nothing', [], { at: START, lines: 0 }, false],
		['there is none yet', [], { at: START, lines: 3 }, true],
		['nothing has changed', [snapshot(START - DAY)], { at: START, lines: 100 }, false],
		['the last is minutes old', [snapshot(START - 60_000)], { at: START, lines: 101 }, false],
		['the last is an hour old', [snapshot(START - 3_600_000)], { at: START, lines: 101 }, true],
		[
			'a long log was packed an hour ago',
			[snapshot(START - 3_600_000)],
			{ at: START, lines: 60_000 },
			false
		],
		['the clock was set back', [snapshot(START + DAY)], { at: START, lines: 101 }, true]
	] as const)('whether it is time for one: %s', (_, all, now, expected) => {
		expect(isTime(all, now)).toBe(expected);
	});

	it('live in a database of their own where there is no private file system', async () => {
		const shelf = snapshotDatabase(new IDBFactory(), IDBKeyRange);
		await shelf.put('a', new Blob(['one']));
		await shelf.put('b', new Blob(['three']));
		await shelf.remove('a');
		expect(await shelf.list()).toEqual([{ name: 'b', size: 5 }]);
		expect(await (await shelf.get('b'))?.text()).toBe('three');
		expect(await shelf.get('a')).toBeUndefined();
	});
});

describe('the reminder', () => {
	const day = 86_400_000;
	it.each([
		['nothing is without a backup', 0, undefined, 0, false],
		['a few answers of today', 5, START - day, 0, false],
		['fifty answers of today', 50, START - day, 0, true],
		['one answer of a week ago', 1, START - 7 * day, 0, true],
		['put off yesterday', 90, START - 30 * day, START - day, false],
		['put off eight days ago', 90, START - 30 * day, START - 8 * day, true]
	] as const)('%s', (_, uncovered, since, putOff, due) => {
		expect(isReminderDue({ uncovered, since }, START, putOff)).toBe(due);
	});
});

describe('the platform', () => {
	const here = (userAgent: string, touchPoints = 0, installed = false) => ({
		userAgent,
		touchPoints,
		installed
	});
	const MAC =
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
	const CHROME =
		'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
	it.each([
		['a Mac', here(MAC), 'safari', true],
		['an iPad that says it is a Mac', here(MAC, 5), 'ios', true],
		['the same, installed', here(MAC, 5, true), 'ios', false],
		['an iPhone', here('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5), 'ios', true],
		['Chrome', here(CHROME), 'chromium-desktop', false],
		[
			'Chrome on Android',
			here(CHROME.replace('X11; Linux x86_64', 'Linux; Android 15'), 5),
			'android',
			false
		],
		[
			'Firefox',
			here('Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'),
			'firefox-desktop',
			false
		],
		['something else', here('Lynx'), 'other', false]
	] as const)('%s', (_, one, platform, forgets) => {
		expect(platformOf(one)).toBe(platform);
		expect(forgetsAfterAWeek(one)).toBe(forgets);
		expect(INSTALL[platformOf(one)]).not.toBe('');
	});
});
