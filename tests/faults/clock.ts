// F12: clocks that are wrong, are set back and forth, cross daylight saving time and time zones. Answers keep their order and their
// local day, nothing takes negative time, and what is due follows the calendar of the learner.
import assert from 'node:assert/strict';
import { localDay, type SessionEvent } from '../../src/lib/session/events.js';
import { fold } from '../../src/lib/session/state.js';
import { remainingMs } from '../../src/lib/session/clock.js';
import { idSource } from '../../src/lib/session/uuid.js';
import { answer } from '../unit/storage/events.js';
import { Device } from '../unit/storage/ground.js';
import { expected, tables } from '../unit/storage/rows.js';
import type { Dice } from './dice.js';
import { hold, type Fault } from './types.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Moments at which clocks have been known to jump. */
const MOMENTS = [
	0,
	Date.UTC(2026, 2, 29, 1), // Europe springs forward.
	Date.UTC(2026, 9, 25, 1), // Europe falls back.
	Date.UTC(2026, 10, 1, 6), // The east of North America falls back.
	Date.UTC(2028, 1, 29, 12),
	Date.UTC(2026, 11, 31, 23, 59, 59),
	Date.UTC(2038, 0, 19, 3, 14, 7),
	Date.UTC(2099, 11, 31)
];
const JUMPS = [-HOUR, HOUR, -365 * DAY, 365 * DAY, -1000, 0, 1, -DAY, 30 * DAY];
const ZONES = [-720, -300, -240, 0, 60, 120, 330, 345, 765, 840];
/** Clocks in one trial. */
const CLOCKS = 20;
const ANSWERS = 12;

async function oneClock(dice: Dice): Promise<void> {
	let now = dice.pick(MOMENTS) + dice.below(DAY);
	let mono = 0;
	const begun = { wall: now, mono };
	const newId = idSource(
		() => Math.max(0, now),
		(length) => Uint8Array.from({ length }, () => dice.below(256))
	);
	const session = newId();
	const envelope = () => ({ id: newId(), session, at: now, tz: dice.pick(ZONES) });
	const items = Array.from({ length: ANSWERS }, (_, index) => ({
		bank: 'core',
		item: `item-${index}`,
		hash: `hash-${index}`
	}));
	const log: SessionEvent[] = [
		{
			...envelope(),
			kind: 'started',
			plan: { mode: 'study', seed: 1, items, confidence: false, timeLimitS: 3600 }
		}
	];
	let left = Infinity;
	for (let index = 0; index < ANSWERS; index += 1) {
		if (dice.below(3) === 0) now = Math.max(0, now + dice.pick(JUMPS));
		const spent = dice.below(60_000);
		now += spent;
		mono += spent;
		const remaining = remainingMs(begun.wall, 3600, begun, mono) ?? 0;
		hold(remaining <= left, 'a clock that jumped gave time back to a timed session');
		left = remaining;
		log.push({
			...envelope(),
			kind: 'checked',
			answer: { ...answer(index, { activeMs: spent }), id: newId() }
		});
	}
	const ids = log.map((one) => one.id);
	assert.deepEqual([...ids].sort(), ids, 'ids do not keep the order in which things happened');
	const device = new Device();
	const tab = await device.tab();
	for (const event of log) assert.deepEqual(await tab.store.append(event), { ok: true });
	assert.deepEqual(await tables(device), expected(log));
	const state = fold((await tab.store.events(session)).events);
	hold(
		state?.answers.size === ANSWERS,
		`${state?.answers.size} of ${ANSWERS} answers after reading back`
	);
	const days = await tab.store.days('0000-01-01', '9999-12-31');
	const wanted = new Map<string, number>();
	for (const event of log.slice(1))
		wanted.set(localDay(event), (wanted.get(localDay(event)) ?? 0) + 1);
	assert.deepEqual(
		days.map((one) => [one.key.slice('day/'.length), one.n]).sort(),
		[...wanted].sort(),
		'answers are counted on other days than those of the learner'
	);
	hold(
		days.every((one) => one.activeMs >= 0),
		'negative time'
	);
	assert.equal((await tab.store.rebuild()).corrected, 0);
	tab.close();
	device.loseDatabase();
	const next = await device.tab();
	await next.store.recent(1);
	assert.deepEqual(await tables(device), expected(log));
	next.close();
}

export const clocks: Fault = {
	id: 'F12',
	title: 'clocks that are wrong, set back and forth, and cross time zones and daylight saving time',
	promise: 'P1',
	engine: 'Node',
	quick: 5,
	long: 100,
	prepare: async () => ({
		trial: async (dice) => {
			for (let clock = 0; clock < CLOCKS; clock += 1) await oneClock(dice);
			return CLOCKS;
		},
		close: async () => undefined
	})
};
