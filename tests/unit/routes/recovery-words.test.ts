// What is said after answers were brought back: as much as is known, and never more.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoveryWords, type Recovered } from '../../../src/routes/recovery-words';

const WHOLE: Recovered = { restored: 2, damaged: 0, journal: 'opfs' };
const text = (one: Recovered) => {
	const { happened, known } = recoveryWords(one);
	return [happened, ...known].join(' ');
};

describe('after a recovery', () => {
	it.each([
		['how many', WHOLE, /^2 answers were brought back/],
		['one', { ...WHOLE, restored: 1 }, /^1 answer was brought back/],
		['that the second copy is exhausted', WHOLE, /Everything that the second copy holds is here/],
		['that records could not be read', { ...WHOLE, damaged: 3 }, /3 records .* could not be read/],
		['that a part could not be opened', { ...WHOLE, unread: 1 }, /A part .* may be missing/],
		['that only the latest are kept', { ...WHOLE, journal: 'local' }, /latest answers only/],
		['what the second copy lacks', { ...WHOLE, lost: true }, /modules.*snapshots/]
	] as const)('it is said: %s', (_, status, words) => {
		expect(text(status)).toMatch(words);
	});

	it('completeness is claimed only where nothing speaks against it', () => {
		const any = fc.record({
			restored: fc.integer({ min: 1, max: 5 }),
			damaged: fc.nat(2),
			unread: fc.nat(2),
			lost: fc.constantFrom(true, undefined),
			journal: fc.constantFrom('opfs', 'local', 'none')
		});
		fc.assert(
			fc.property(any, ({ lost, ...rest }) => {
				const status = { ...rest, ...(lost && { lost }) };
				const words = text(status);
				expect(words).not.toContain('Nothing is missing');
				expect(words.includes('Everything')).toBe(
					status.damaged + status.unread === 0 && status.journal === 'opfs'
				);
			})
		);
	});
});
