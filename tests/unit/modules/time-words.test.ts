// The timing log in words.
import { expect, it } from 'vitest';
import { noteWords, spanWords } from '$lib/modules/time-words';

it.each([
	[
		{ kind: 'gap', at: 720, s: 200 },
		'After 12 min: Milium was closed, or the device asleep, for 3 min 20 s'
	],
	[{ kind: 'away', at: 5, s: 60 }, 'After 5 s: the page was hidden for 1 min'],
	[{ kind: 'clock', at: 0, s: 90_000 }, "After 0 s: the device's clock moved forward 25 h"],
	[{ kind: 'clock', at: 61, s: -7200 }, "After 1 min 1 s: the device's clock moved back 2 h"]
] as const)('%o in words', (entry, expected) => {
	expect(noteWords(entry)).toBe(expected);
});

it.each([
	[59, '59 s'],
	[61, '1 min 1 s'],
	[725, '12 min'],
	[7500, '2 h 5 min'],
	[400_000, '5 days']
])('%i s is %s', (seconds, expected) => {
	expect(spanWords(seconds)).toBe(expected);
});
