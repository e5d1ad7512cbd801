import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSource, timeOf, uuidv7 } from '$lib/session/uuid';

const fill = (byte: number) => (length: number) => new Uint8Array(length).fill(byte);
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('uuidv7', () => {
	it('makes the test vector of RFC 9562, appendix A.6', () => {
		// Bytes 0 to 5 are overwritten by the time, the high bits of bytes 6 and 8 by version and variant.
		const bytes = [0, 0, 0, 0, 0, 0, 0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
		const id = uuidv7(0x017f22e279b0, () => new Uint8Array(bytes));
		expect(id).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
		expect(timeOf(id)).toBe(Date.parse('2022-02-22T14:22:22-05:00'));
	});

	it('has version 7 and the RFC variant whatever the random bytes', () => {
		fc.assert(
			fc.property(times, fc.uint8Array({ minLength: 16, maxLength: 16 }), (time, bytes) => {
				const id = uuidv7(time, () => bytes);
				expect(id).toMatch(V7);
				expect(timeOf(id)).toBe(time);
			})
		);
	});

	it('counts a time before 1970 as 1970 and leaves fractions out', () => {
		expect(timeOf(uuidv7(-5, fill(0xff)))).toBe(0);
		expect(timeOf(uuidv7(1.9, fill(0xff)))).toBe(1);
	});
});

describe('timeOf', () => {
	it.each(['', 'x', 'started-1', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', '017f22e279b07cc3'])(
		'is 0 for an id that is no UUID version 7: %j',
		(id) => {
			expect(timeOf(id)).toBe(0);
		}
	);
});

describe('idSource', () => {
	it('rises strictly, however the clock goes', () => {
		const clock = fc.array(fc.double({ min: 0, max: 2e12, noNaN: true }), { minLength: 2 });
		const after = fc.integer({ min: 0, max: 2e12 });
		fc.assert(
			fc.property(clock, after, (readings, latest) => {
				let at = -1;
				const newId = idSource(() => readings[(at += 1)] ?? 0, fill(0), latest);
				const ids = readings.map(() => newId());
				expect(ids).toEqual([...new Set(ids)].sort());
				expect(ids.every((id) => timeOf(id) > latest)).toBe(true);
			})
		);
	});

	it('rises within one millisecond and when the clock is set back', () => {
		const readings = [1000, 1000, 400, 5000];
		const newId = idSource(() => readings.shift() ?? 0, fill(0xff));
		expect([newId(), newId(), newId(), newId()].map(timeOf)).toEqual([1000, 1001, 1002, 5000]);
	});

	it('follows the clock again once that has caught up', () => {
		let now = 100;
		const newId = idSource(() => now, fill(0), 2000);
		expect(timeOf(newId())).toBe(2001);
		now = 9000;
		expect(timeOf(newId())).toBe(9000);
	});
});
