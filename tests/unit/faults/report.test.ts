// The table of promises says what the results say, and the suite counts as it should.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../faults/dice';
import { FAULTS } from '../../faults/list';
import { joined, pageOf, readResults, TABLE, type Result } from '../../faults/report';
import { seedsFor } from '../../faults/suite';
import type { Fault } from '../../faults/types';

describe('the table of promises', () => {
	it('is the one that the results make', async () => {
		expect(readFileSync(TABLE, 'utf8')).toBe(await pageOf(readResults()));
	});
	it('says of a promise that was broken what did not hold', async () => {
		const one = Object.values(readResults())[0];
		const page = await pageOf({
			F1: { ...one!, promise: 'P1', tried: 3, held: 2, broken: '1 of 40 answers is lost' },
			F2: { ...one!, promise: 'P1' }
		});
		expect(page).toContain('F1 did not hold: 1 of 40 answers is lost.');
		expect(page).not.toContain('F2 did not hold');
	});
	it('names only faults that are tried, as they are named', () => {
		const wrong = Object.entries(readResults()).filter(
			([id, { promise }]) => FAULTS.find((one) => one.id === id)?.promise !== promise
		);
		expect(wrong).toEqual([]);
	});
	it('keeps the larger run, and every failure', () => {
		const result = (tried: number, held: number): Result => ({
			title: 't',
			promise: 'P1',
			tried,
			held,
			date: '2026-11-22',
			build: 'b',
			engine: 'Node'
		});
		const before = { F1: result(300, 300) };
		expect(joined(before, { F1: result(12, 12) })).toEqual(before);
		expect(joined(before, { F1: result(12, 11) })).toEqual({ F1: result(12, 11) });
		expect(joined(before, { F1: result(301, 301), F2: result(1, 1) })).toEqual({
			F1: result(301, 301),
			F2: result(1, 1)
		});
	});
});

describe('the faults', () => {
	const fault = (more: Partial<Fault>) => ({ ...FAULTS[0], quick: 3, long: 9, ...more }) as Fault;
	const options = {
		quick: true,
		only: [],
		seed: undefined,
		rounds: undefined,
		report: false,
		keep: false
	};

	it('have a number each', () => {
		const ids = FAULTS.map((one) => one.id);
		expect(new Set(ids).size).toBe(ids.length);
	});
	it('are tried first with the seeds that once failed', () => {
		expect(seedsFor(fault({}), options, [77, 2])).toEqual([77, 2, 1, 3]);
		expect(seedsFor(fault({}), { ...options, seed: 5 }, [77])).toEqual([5]);
	});
	it('of a list are spread over it', () => {
		const cases = ['a', 'b', 'c', 'd', 'e', 'f'];
		expect(seedsFor(fault({ cases }), options, [])).toEqual([0, 2, 4]);
		expect(seedsFor(fault({ cases }), { ...options, quick: false }, [])).toEqual([
			0, 1, 2, 3, 4, 5
		]);
	});
});

describe('dice', () => {
	it('fall the same from the same seed, and otherwise from another', () => {
		const rolls = (seed: number) => {
			const dice = new Dice(seed);
			return Array.from({ length: 20 }, () => dice.below(1000));
		};
		expect(rolls(5)).toEqual(rolls(5));
		expect(rolls(5)).not.toEqual(rolls(6));
		expect(new Set(rolls(5)).size).toBeGreaterThan(15);
	});
});
