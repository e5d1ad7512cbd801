// The score ledger adds up: over every published scoring case, and over any response to any fixture under any rule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseItem } from '$lib/items/contract';
import { ledgerOf, type Ledger } from '$lib/items/ledger';
import { arithmetic, outcomeWords, partNote, signed, totalWords } from '$lib/items/ledger-words';
import { ITEM_TYPES, itemTypeOf } from '$lib/items/registry';
import { FLOOR_WORDS, RULE_WORDS } from '$lib/items/rule-words';
import { fixtureOf, fixturesOf } from '../../fixtures/items';
import { responses } from './arbitraries';

interface CaseFile {
	readonly type: string;
	readonly items: readonly BaseItem[];
	readonly cases: readonly {
		readonly id: string;
		readonly item: string;
		readonly response: unknown;
		readonly points: number;
		readonly max: number;
	}[];
}
const files = Object.values(
	import.meta.glob<CaseFile>('../../cases/ngn/*.json', { eager: true, import: 'default' })
);
const cases = files.flatMap((file) =>
	file.cases.map((one) => {
		const item = file.items.find(({ id }) => id === one.item);
		if (item === undefined) throw new Error(`No item ${one.item} in the cases of ${file.type}`);
		return { ...one, item };
	})
);

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** The points as a reader works them out, from nothing but the lines and what is said of the floor. */
function addedUp({ parts, rule, floorScope }: Ledger): number {
	if (rule === 'all-or-nothing') {
		return parts.every(({ lines }) => lines.every((one) => one.keyed === one.chosen)) ? 1 : 0;
	}
	const sums = parts.map(({ lines }) => sum(lines.map((line) => line.mark ?? Number.NaN)));
	if (floorScope === undefined || floorScope === 'item') return Math.max(0, sum(sums));
	return sum(sums.map((one) => Math.max(0, one)));
}

const given = (item: BaseItem, response: unknown) =>
	ledgerOf(item, itemTypeOf(item).readResponse(item, response).response);

/** The lines of the choices that were made, as "part option mark". */
const marked = ({ parts }: Ledger) =>
	parts.flatMap(({ id, lines }) =>
		lines.filter((line) => line.chosen).map((line) => `${id} ${line.option} ${line.mark}`)
	);

it.each(cases)('$id adds up to $points of $max', ({ item, response, points, max }) => {
	const ledger = given(item, response);
	expect(addedUp(ledger)).toBe(points);
	expect(ledger).toMatchObject({ points, max });
});

describe.each(ITEM_TYPES.map((type) => [type.id, type] as const))('%s', (id, type) => {
	const scopes = type.floorScopes.length === 0 ? [undefined] : type.floorScopes;
	const variants = fixturesOf(id).flatMap((item) =>
		type.rules.flatMap((rule) =>
			scopes.map((floorScope) => ({ ...item, rule, ...(floorScope && { floorScope }) }))
		)
	);

	it('adds up whatever was answered, under every rule and floor', () => {
		for (const item of variants) {
			fc.assert(
				fc.property(responses(type, item), (response) => {
					const ledger = ledgerOf(item, response);
					expect(addedUp(ledger)).toBe(type.score(item, response).points);
					expect(ledger.floored ? 0 : ledger.sum).toBe(ledger.points);
				}),
				{ numRuns: 60 }
			);
		}
	});

	it('says what all-or-nothing scoring would have given as that rule gives it', () => {
		if (!type.rules.includes('all-or-nothing')) return expect(id).toBe('multiple-choice');
		for (const item of variants) {
			fc.assert(
				fc.property(responses(type, item), (response) => {
					const older = type.score({ ...item, rule: 'all-or-nothing' }, response);
					expect(ledgerOf(item, response).allOrNothing).toBe(older.points);
				}),
				{ numRuns: 60 }
			);
		}
	});

	it('names every part where there are several, and lists every choice once', () => {
		for (const item of variants) {
			const { parts } = ledgerOf(item, type.key(item));
			if (parts.length > 1) expect(parts.filter((part) => !part.text)).toEqual([]);
			const lines = parts.flatMap((part) => part.lines);
			expect(lines).toHaveLength(type.choices(item, type.key(item)).length);
			expect(new Set(parts.map((part) => part.id)).size).toBe(parts.length);
		}
	});

	it('has words for each of its rules and floors', () => {
		for (const rule of type.rules) {
			const { name, meaning, source } = RULE_WORDS[rule];
			expect([name, meaning, source].every((text) => text.length > 10)).toBe(true);
			expect(meaning).toMatch(/\.$/);
		}
		for (const scope of type.floorScopes) expect(FLOOR_WORDS[scope].meaning).toMatch(/ 0\.$/);
	});
});

describe('select all that apply', () => {
	const item = fixtureOf<BaseItem & { options: { id: string }[]; key: { choices: string[] } }>(
		'multiple-response-sata'
	);
	const wrong = item.options.map(({ id }) => id).filter((id) => !item.key.choices.includes(id));

	it('takes a point for a wrong choice and none for what was left', () => {
		const [right = ''] = item.key.choices;
		const ledger = given(item, { choices: [right, wrong[0]] });
		expect(marked(ledger).sort()).toEqual([`item ${right} 1`, `item ${wrong[0]} -1`].sort());
		expect(ledger).toMatchObject({ rule: '+/-', floorScope: 'item', sum: 0, floored: false });
		expect(totalWords(ledger)).toBe('Sum: 1 − 1 = 0');
	});

	it('says where the floor was applied', () => {
		const ledger = given(item, { choices: wrong });
		expect(ledger).toMatchObject({ sum: -wrong.length, floored: true, points: 0 });
		expect(totalWords(ledger)).toBe(`Sum: 0 − ${wrong.length} = −${wrong.length}, raised to 0`);
	});
});

it('applies the floor of a matrix to each column, and says so there', () => {
	const item = fixtureOf<
		BaseItem & { rows: { id: string }[]; key: { columns: Record<string, string[]> } }
	>('matrix-multiple-response');
	const [[first = '', keyed] = [], ...others] = Object.entries(item.key.columns);
	const wrong = item.rows.map(({ id }) => id).filter((id) => keyed?.includes(id) !== true);
	const ledger = given(item, { columns: { ...Object.fromEntries(others), [first]: wrong } });
	const floored = ledger.parts.filter((part) => part.floored);
	expect(floored.map((part) => [part.id, part.sum, part.points])).toEqual([
		[first, -wrong.length, 0]
	]);
	expect(floored.map(arithmetic)).toEqual([
		`Sum: 0 − ${wrong.length} = −${wrong.length}, raised to 0`
	]);
	expect(totalWords(ledger)).toMatch(/^Total: 0 \+ .* = \d$/);
	expect(ledger.points).toBe(others.flatMap(([, rows]) => rows).length);
});

describe('a rationale', () => {
	const item = fixtureOf<BaseItem & { anchor: string; key: { blanks: Record<string, string> } }>(
		'drop-down-rationale'
	);
	const notes = (response: unknown) => {
		const ledger = given(item, response);
		return ledger.parts.map((part) => partNote(part, ledger));
	};

	it('says that the cause was needed when it was wrong', () => {
		const { [item.anchor]: _cause, ...effects } = item.key.blanks;
		const ledger = given(item, { blanks: effects });
		expect(marked(ledger)).toHaveLength(2);
		expect(ledger.parts.flatMap(({ lines }) => lines.map((line) => line.mark))).not.toContain(1);
		expect(notes({ blanks: effects })).toEqual([
			'The cause. It is not right, and no effect counts without it.',
			'An effect: right, but its cause is not.',
			'An effect: right, but its cause is not.'
		]);
	});

	it('gives nothing for the cause alone', () => {
		const alone = { blanks: { [item.anchor]: item.key.blanks[item.anchor] } };
		expect(given(item, alone)).toMatchObject({ points: 0, max: 2, allOrNothing: 0 });
		expect(notes(alone)).toEqual([
			'The cause. It is right, so its effects count.',
			'An effect.',
			'An effect.'
		]);
	});

	it('makes no such remark under another rule', () => {
		const ledger = ledgerOf({ ...item, rule: '0/1' }, item.key);
		expect(ledger.parts.map((part) => partNote(part, ledger))).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});

it('gives no marks where only the whole counts', () => {
	const item = fixtureOf<BaseItem & { key: { order: string[] } }>('ordered-response');
	const turned = given(item, { order: [...item.key.order].reverse() });
	expect(turned.parts.flatMap(({ lines }) => lines.map((line) => line.mark))).not.toContain(1);
	expect(totalWords(turned)).toBe('Not everything is right');
	expect(totalWords(given(item, item.key))).toBe('Everything is right');
});

it.each([
	[1, '+1'],
	[0, '0'],
	[-1, '−1'],
	[undefined, '']
] as const)('writes the mark %s as %j', (mark, words) => {
	expect(signed(mark)).toBe(words);
});

it('has a word for each way a choice can turn out', () => {
	const all = [true, false].flatMap((keyed) => [true, false].map((chosen) => ({ keyed, chosen })));
	expect(new Set(all.map(outcomeWords)).size).toBe(4);
});
