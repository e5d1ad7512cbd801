// What the learn pages say is in the ledger, and every number leads to a reference.
import { describe, expect, it } from 'vitest';
import { citationOf } from '$lib/evidence/cite';
import { SECTIONS } from '$lib/evidence/ledger';
import {
	adviceOf,
	decidersOf,
	differentialOf,
	disagreementsOf,
	entityPages,
	glossaryOf
} from '$lib/evidence/learn';
import { decidingFeature } from '$lib/evidence/compare';
import { danglingInPages } from '$lib/evidence/pages-check';
import { readLedger } from '../../../src/tools/questions.js';

const { ledger } = readLedger();
if (ledger === undefined) throw new Error('questions/evidence cannot be read');
const pages = entityPages(ledger);

/** Every number of references in a page. */
const numbersIn = (value: unknown): number[] =>
	JSON.stringify(value)
		.match(/"references":\[[\d,]*\]/g)
		?.flatMap((one) => (one.match(/\d+/g) ?? []).map(Number)) ?? [];

describe('the pages about entities', () => {
	it('are one an entity, each with every heading', () => {
		expect(pages.map((one) => one.id)).toEqual(ledger.entities.map((one) => one.id));
		for (const page of pages) expect(page.sections.map((one) => one.id)).toEqual(SECTIONS);
	});

	it('show every cell of the differential once', () => {
		for (const page of pages) {
			const shown = page.sections.flatMap((one) => one.cells.map((cell) => cell.feature));
			expect(shown.toSorted(), page.id).toEqual(ledger.features.toSorted());
		}
	});

	it('tell each from its look-alikes in words that differ', () => {
		for (const { id, contrasts } of pages) {
			expect(contrasts.length, id).toBeGreaterThan(0);
			for (const one of contrasts) expect(one.here, `${id} and ${one.id}`).not.toBe(one.there);
		}
	});
});

it('every number leads to a reference, and every reference has a number', () => {
	const all = [
		...pages.map(({ references, ...page }) => ({ references, page })),
		...[disagreementsOf(ledger), adviceOf(ledger), glossaryOf(ledger)].map(
			({ references, list }) => ({ references, page: list })
		)
	];
	for (const { references, page } of all) {
		const used = new Set(numbersIn(page));
		expect([...used].toSorted((a, b) => a - b)).toEqual(references.map((_, at) => at + 1));
	}
});

it('every source of the differential has its reference', () => {
	const { entities, references } = differentialOf(ledger);
	const named = entities.flatMap((one) => Object.values(one.cells).flatMap((cell) => cell.sources));
	expect(named.filter((one) => (references[one] ?? one) === one)).toEqual([]);
});

it('the feature that decides a pair is found by the places of its entities', () => {
	const { entities, features, pairs } = decidersOf(ledger);
	const n = entities.length;
	expect(pairs).toHaveLength((n * (n - 1)) / 2);
	let at = 0;
	for (const [first, a] of ledger.entities.entries()) {
		for (const b of ledger.entities.slice(first + 1)) {
			expect(features[pairs[at] ?? -1]?.id).toBe(decidingFeature(ledger.features, a, b));
			at += 1;
		}
	}
});

it('what is named wrongly is reported', () => {
	const [page, ...others] = ledger.pages.entities;
	if (page === undefined) throw new Error('no page');
	const bad = {
		...page,
		topics: ['nowhere'],
		lookAlikes: ['gremlin'],
		facts: { what: ['neo-blocked-sweat-glands'] },
		wary: ['neo-common']
	};
	const pages = { ...ledger.pages, entities: [bad, ...others.slice(1)] };
	const glossary = [{ term: 'x', definition: 'y', facts: ['no-fact'] }];
	expect(danglingInPages(ledger)).toEqual([]);
	expect(danglingInPages({ ...ledger, pages, glossary }).map((one) => one.value)).toEqual([
		'"gremlin"',
		'"nowhere"',
		'"neo-blocked-sweat-glands"',
		'"neo-common"',
		`"${others[0]?.entity}"`,
		'"no-fact"'
	]);
});

it('a citation names title, build, item, day and address', () => {
	const cited = { title: 'Milia', build: 'abc', address: 'https://x.example/', date: '2026-11-22' };
	expect(citationOf(cited)).toBe(
		'Milia. Milium, build abc. Read on 2026-11-22. https://x.example/'
	);
	expect(citationOf({ ...cited, title: 'What is it?', item: { id: 'one', version: 2 } })).toBe(
		'What is it? Milium, build abc. Item one, version 2. Read on 2026-11-22. https://x.example/'
	);
});
