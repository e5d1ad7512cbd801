// What the page about coverage shows of the banks that come with Milium.
import { describe, expect, it } from 'vitest';
import { MINIMA } from '$lib/banks/coverage-gaps';
import { coveragePage } from '$lib/banks/coverage-page';
import { coverageOf } from '$lib/banks/coverage';
import { join } from 'node:path';
import { findBankFiles, QUESTIONS, readBanks, readLedger } from '../../../src/tools/questions.js';

const { ledger } = readLedger();
if (ledger === undefined) throw new Error('The ledger has faults');
const banks = readBanks(findBankFiles(join(QUESTIONS, 'banks')), ledger).banks.map(
	({ bank }) => bank
);
const found = coverageOf(banks, ledger, MINIMA);
const page = coveragePage(found, ledger, MINIMA);
const sum = (numbers: readonly number[] = []) => numbers.reduce((total, one) => total + one, 0);

describe('the page about coverage', () => {
	it('has a count for every column', () => {
		for (const { counts } of [page.all, ...page.topics]) {
			expect(counts.map((one) => one.length)).toEqual(
				page.sortings.map(({ columns }) => columns.length)
			);
		}
	});
	it('sorts every question once by type, difficulty and level', () => {
		page.sortings.forEach(({ name }, index) => {
			if (!['Question type', 'Difficulty', 'Cognitive level'].includes(name)) return;
			for (const { counts, items } of [page.all, ...page.topics]) {
				expect(sum(counts[index]), name).toBe(items);
			}
		});
		expect(page.all.items).toBe(found.items);
	});
	it('lists every fact of the ledger once, under its topic', () => {
		const statements = page.topics.flatMap(({ facts }) => facts.map((one) => one.statement));
		expect(statements.sort()).toEqual(ledger.facts.map((one) => one.statement).sort());
		expect(sum(page.topics.map((one) => one.tested))).toBe(page.all.tested);
	});
	it('names every gap', () => {
		expect(sum(page.gaps.map(({ says }) => says.length))).toBe(found.gaps.length);
	});
});
