import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ClassWork } from '$lib/intake/class-work';
import { choiceResults } from '../cohort/cohorts';

const { file, contents } = choiceResults(['ab', 'aa', 'bb']);
const blob = (text: string) => new Blob([text]);
const items = [...contents];

describe('the work on a class', () => {
	it.each([
		['a file', () => blob(JSON.stringify(file))],
		['a packed file', () => new Blob([new Uint8Array(gzipSync(JSON.stringify(file)))])],
		['what storage has', () => file]
	])('reads %s, scores it and compares keys', async (_, source) => {
		const work = new ClassWork();
		const read = await work.answer({ kind: 'read', source: source() });
		expect(read).toMatchObject({ kind: 'read', head: { learners: 3, attempts: 1 } });
		expect(read.kind === 'read' && read.head.missing).toHaveLength(2);
		const scored = await work.answer({ kind: 'score', items, attempt: 'first', all: true });
		if (scored.kind !== 'scored') throw new Error('It was scored');
		expect(scored.scored.totals.map((one) => one.points)).toEqual([1, 2, 0]);
		expect(scored.scored.analysis.items).toHaveLength(2);
		const changes = [{ kind: 'drop', item: 'test/i2' }] as const;
		const compared = await work.answer({ kind: 'compare', changes, mark: 0.5 });
		expect(compared).toMatchObject({ comparison: { passedBefore: 2, passedAfter: 2 } });
		const key = [{ kind: 'key', item: 'test/i2', response: { choice: 'z' } }] as const;
		expect(await work.answer({ kind: 'compare', changes: key, mark: 0.5 })).toMatchObject({
			kind: 'faulty'
		});
	});
	it('leaves out items that are not to be had', async () => {
		const work = new ClassWork();
		await work.answer({ kind: 'read', source: file });
		const scored = await work.answer({
			kind: 'score',
			items: items.slice(0, 1),
			attempt: 'first',
			all: false
		});
		expect(scored).toMatchObject({ scored: { analysis: { unknown: [{ item: 'i2' }] } } });
	});
	it.each([
		['no JSON', blob('learner;points'), 'a results file (JSON)'],
		['another format', blob('{"format":"milium-bank/1"}'), '"milium-results/1"'],
		['bytes that are no text', new Blob([new Uint8Array([0x7b, 0xff])]), 'UTF-8'],
		[
			'a forged item',
			blob(JSON.stringify({ ...file, contents: [{ type: 'multiple-choice' }] })),
			'key'
		]
	])('refuses %s with its reason', async (_, source, says) => {
		const got = await new ClassWork().answer({ kind: 'read', source });
		expect(got.kind).toBe('faulty');
		expect(JSON.stringify(got.kind === 'faulty' && got.faults).replaceAll('\\', '')).toContain(
			says
		);
	});
});
