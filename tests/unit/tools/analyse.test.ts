// The item analysis of the command line, held against the published vectors and against figures worked out here in another way.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '$lib/cohort/analysis';
import { itemTypeOf } from '$lib/items/registry';
import { contentHash, loadQuestions } from '../../../src/tools/questions.js';
import vectors from '../../cases/psychometrics/classical.json';
import { choiceResults } from '../cohort/cohorts.js';
import { folderWith } from './folder.js';
import { bank } from './run-bank.js';

const fileWith = (value: unknown) =>
	join(folderWith({ 'results.json': JSON.stringify(value) }), 'results.json');
const analysisOf = (out: string) => JSON.parse(out) as Analysis;

/** Items of the banks that come with Milium, of different types and points, and learners who know some of them. */
function realClass() {
	const banks = loadQuestions().banks;
	const seen = new Set<string>();
	const items = banks.flatMap((one) =>
		one.items.flatMap((item) => {
			if (seen.has(item.type)) return [];
			seen.add(item.type);
			return [{ bank: one.id, item }];
		})
	);
	const learners = Array.from({ length: 30 }, (_, learner) => ({
		learner: `R${String(learner).padStart(3, '0')}`,
		attempts: [
			{
				n: 1,
				responses: items.map(({ bank: id, item }, at) => ({
					item: `${id}/${item.id}`,
					// A made-up class: strong learners know more, and not always the same.
					...((learner * 7 + at * 11 + learner * at) % 30 < learner + 4 && {
						response: itemTypeOf(item).key(item)
					})
				}))
			}
		]
	}));
	const refs = items.map(({ bank: id, item }) => ({ bank: id, item: item.id, hash: item.hash }));
	const points = learners.map(({ attempts }) =>
		(attempts[0]?.responses ?? []).map((one, at) => {
			const item = items[at]?.item;
			if (item === undefined) throw new Error('There is an item for each response');
			const full = itemTypeOf(item).score(item, itemTypeOf(item).key(item)).max;
			return 'response' in one ? full : 0;
		})
	);
	return { file: { format: 'milium-results/1', items: refs, learners }, points };
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
/** Pearson by the sums of products of raw numbers. */
function pearson(x: readonly number[], y: readonly number[]): number {
	const n = x.length;
	const xy = sum(x.map((one, at) => one * (y[at] ?? 0)));
	const squares = (list: readonly number[]) =>
		n * sum(list.map((one) => one * one)) - sum(list) ** 2;
	return (n * xy - sum(x) * sum(y)) / Math.sqrt(squares(x) * squares(y));
}

describe('analyse', () => {
	it('agrees with figures worked out in another way, for items of every type', () => {
		const { file, points } = realClass();
		const { status, out, err } = bank(['analyse', fileWith(file)]);
		expect({ status, err }).toEqual({ status: 0, err: '' });
		const found = analysisOf(out);
		expect(found.items.length).toBeGreaterThan(14);
		const totals = points.map(sum);
		found.items.forEach((one, at) => {
			const x = points.map((row) => row[at] ?? 0);
			const rest = totals.map((total, row) => total - (x[row] ?? 0));
			expect(one.statistics.facility.statistic.value).toBeCloseTo(sum(x) / (30 * one.max), 10);
			expect(one.statistics.discrimination.corrected.value).toBeCloseTo(pearson(x, rest), 8);
		});
		// Alpha from the mean variance and the mean covariance of items.
		const columns = (points[0] ?? []).map((_, at) => points.map((row) => row[at] ?? 0));
		const cov = (x: readonly number[], y: readonly number[]) =>
			(sum(x.map((one, at) => one * (y[at] ?? 0))) - (sum(x) * sum(y)) / 30) / 29;
		const k = columns.length;
		const all = columns.map((x) => columns.map((y) => cov(x, y)));
		const own = sum(all.map((row, at) => row[at] ?? 0)) / k;
		const between = (sum(all.flat()) - own * k) / (k * (k - 1));
		expect(found.reliability.alpha.value).toBeCloseTo((k * between) / (own + (k - 1) * between), 8);
	});

	const { data, expected } = vectors.classicalTestTheory;
	const { file, contents } = choiceResults(
		data.responses.map((row) => row.map((one) => (one === 1 ? 'a' : 'b')).join(''))
	);

	it('agrees with the vectors, on items that the file brings along', () => {
		const brought = withOwnItems();
		expect(bank(['analyse', fileWith(brought)]).status).toBe(0);
		const found = analysisOf(bank(['analyse', '--all', fileWith(brought)]).out);
		const values = found.items.map((one) => one.statistics.discrimination.corrected.value);
		expected.pointBiserialCorrected.forEach((one, at) => expect(values[at]).toBeCloseTo(one, 4));
		expect(found.reliability.alpha.value).toBeCloseTo(expected.kr20, 6);
		expect(
			analysisOf(bank(['analyse', fileWith(brought)]).out).reliability.alpha.value
		).toBeUndefined();
	});

	it('prints a table with --csv', () => {
		const { out } = bank(['analyse', '--csv', '--all', fileWith(withOwnItems())]);
		const [head = '', first = '', ...rest] = out.trim().split('\r\n');
		expect(head.split(',')).toContain('point-biserial corrected');
		expect(first).toContain('i1,test,multiple-choice,');
		expect(first).toContain(',10,1,0.8,');
		expect(rest).toHaveLength(4);
	});

	it('says what is wrong', () => {
		expect(bank(['analyse']).status).toBe(2);
		expect(bank(['analyse', 'x', '--attempt', 'worst']).status).toBe(2);
		expect(bank(['analyse', 'x', '--nonsense']).status).toBe(2);
		const gone = bank(['analyse', join(folderWith({}), 'none.json')]);
		expect(gone.status).toBe(1);
		expect(gone.err).toContain('a file that can be read');
		const faulty = bank(['analyse', fileWith({ ...file, format: 'other/1' })]);
		expect(faulty).toMatchObject({ status: 1, out: '' });
		expect(faulty.err).toContain('results.json: format');
		const unknown = bank(['analyse', fileWith(file)]);
		expect(unknown.status).toBe(1);
		expect(unknown.err).toContain('test/i1 (hash-i1) is in no bank here');
		const brought = bank([
			'analyse',
			fileWith({ ...file, contents: [{ type: 'multiple-choice' }] })
		]);
		expect(brought.status).toBe(1);
		expect(brought.err).toContain('contents[0].');
	});

	/** The file with its items in full, and their real hashes. */
	function withOwnItems() {
		const items = file.items.map((ref) => ({ ...ref, hash: contentHash(contents.get(ref.hash)) }));
		return { ...file, items, contents: [...contents.values()] };
	}
});
