import { describe, expect, it } from 'vitest';
import { parseResults, type ResultsFile } from '$lib/cohort/results';
import { choiceResults } from './cohorts';

const sound = () => choiceResults(['ab', 'a-']).file;

describe('a results file', () => {
	it('is read as it is written', () => {
		const file: ResultsFile = {
			...sound(),
			title: 'Milia',
			module: { id: 'm1', revision: 2 },
			exported: '2026-11-21T09:30:00Z',
			banks: [{ id: 'test', version: '1.0.0' }]
		};
		expect(parseResults(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, value: file });
	});

	const twice = <T>(list: readonly T[]) => [...list, ...list.slice(0, 1)];
	const attempts = (change: object) => {
		const [first] = sound().learners;
		return { ...sound(), learners: [{ ...first, attempts: [change] }] };
	};
	const cases: [string, unknown, string][] = [
		['another format', { ...sound(), format: 'milium-results/9' }, 'format'],
		['no object', 'nothing', ''],
		['no items', { ...sound(), items: [] }, 'items'],
		['an item twice', { ...sound(), items: twice(sound().items) }, 'items[2]'],
		['a learner twice', { ...sound(), learners: twice(sound().learners) }, 'learners[2].learner'],
		['points', { ...sound(), points: 3 }, 'points'],
		[
			'a name of blanks',
			{ ...sound(), learners: [{ ...sound().learners[0], learner: '  ' }] },
			'learners[0].learner'
		],
		[
			'an unknown item',
			attempts({ n: 1, responses: [{ item: 'test/none' }] }),
			'learners[0].attempts[0].responses[0].item'
		],
		[
			'a question twice',
			attempts({ n: 1, responses: [{ item: 'test/i1' }, { item: 'test/i1' }] }),
			'learners[0].attempts[0].responses[1].item'
		],
		[
			'a wrong time',
			attempts({ n: 1, started: 'yesterday', responses: [] }),
			'learners[0].attempts[0].started'
		],
		['an attempt 0', attempts({ n: 0, responses: [] }), 'learners[0].attempts[0].n'],
		[
			'an attempt twice',
			{
				...sound(),
				learners: [
					{
						learner: 'x',
						attempts: [
							{ n: 1, responses: [] },
							{ n: 1, responses: [] }
						]
					}
				]
			},
			'learners[0].attempts[1].n'
		]
	];
	it.each(cases)('with %s is refused, and says where', (_, raw, path) => {
		const got = parseResults(raw);
		expect(got.ok ? [] : got.faults.map((one) => one.path)).toContain(path);
	});
});
