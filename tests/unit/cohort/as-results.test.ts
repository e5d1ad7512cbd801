import { describe, expect, it } from 'vitest';
import { resultsOf } from '$lib/cohort/as-results';
import { parseResults } from '$lib/cohort/results';
import { summarise } from '$lib/cohort/summary';
import type { Receipt } from '$lib/modules/receipt';
import { digest, terms } from './class';

const receipt = (attempt: number, ...choices: (string | undefined)[]): Receipt => ({
	format: 'milium-receipt/1',
	suite: 1 as never,
	module: 'module-1',
	moduleSignature: 's',
	learner: { name: 'x', key: 'k' as never },
	attempt,
	app: '1.0.0',
	banks: [{ id: 'b', version: '1.2.0' }],
	started: Date.UTC(2026, 10, 21, 9),
	tz: 0,
	took: 60,
	ended: 'learner',
	answers: choices.map((choice, item) => ({
		item,
		hash: `hash-${item}`,
		s: 20,
		...(choice !== undefined && { response: { choice } })
	})),
	timing: []
});

describe('the receipts of a module as a results file', () => {
	const late = { kind: 'late', text: 'a day late' } as const;
	const digests = [
		digest('ann', [1, 1, 2]),
		digest('ann', [0, 0, 0], { attempt: 2, flags: [late] }),
		digest('bob', [1, 0, 0], { code: 'ANN' }),
		digest('gone', [0, 0, 0])
	];
	const [first, second, third] = digests;
	const receipts = new Map([
		[first?.receipt ?? '', receipt(1, 'a', 'b', undefined)],
		[second?.receipt ?? '', receipt(2, 'a')],
		[third?.receipt ?? '', receipt(1, 'c')]
	]);
	const cohort = { terms: terms(), summary: summarise(terms(), digests) };
	const file = resultsOf(cohort, receipts, { exported: Date.UTC(2026, 10, 22) });

	it('is a lawful one', () => {
		expect(parseResults(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, value: file });
		expect(file).toMatchObject({
			title: 'Week one',
			module: { id: 'module-1', revision: 1 },
			exported: '2026-11-22T00:00:00.000Z',
			banks: [{ id: 'b', version: '1.2.0' }]
		});
	});
	it('holds raw responses by learner and attempt, and tells two of one name apart', () => {
		expect(file.learners.map((one) => one.learner)).toEqual(['ANN', 'ANN (2)']);
		const [ann] = file.learners;
		expect(ann?.attempts.map(({ n, late: handed }) => [n, handed])).toEqual([
			[1, undefined],
			[2, true]
		]);
		expect(ann?.attempts[0]?.responses).toEqual([
			{ item: 'b/item-0', response: { choice: 'a' }, activeMs: 20_000 },
			{ item: 'b/item-1', response: { choice: 'b' }, activeMs: 20_000 },
			{ item: 'b/item-2', activeMs: 20_000 }
		]);
	});
	it('names learners as it is told', () => {
		const coded = resultsOf(cohort, receipts, { nameOf: () => 'R' });
		expect(coded.learners.map((one) => one.learner)).toEqual(['R', 'R (2)']);
	});
});
