import { describe, expect, it } from 'vitest';
import type { Bank } from '$lib/banks/bank';
import { checkDrawings } from '$lib/banks/drawing-check';
import { parseItem } from '$lib/banks/parse';
import { readBanks, findBankFiles } from '../../../src/tools/questions';

const { banks } = readBanks(findBankFiles('questions/banks'), undefined);
const all = banks.flatMap(({ bank }) => bank.items);
const illustrated = all.filter((item) => item.illustration !== undefined);
const placed = illustrated.find((item) => 'regions' in item);
const syringoma = illustrated.find((item) => item.illustration?.id === 'syringoma');
if (placed === undefined || syringoma === undefined) throw new Error('The banks lack an item');

const bankOf = (...items: Bank['items']): Bank => ({ ...(banks[0] as { bank: Bank }).bank, items });
const ruleOf = (read: ReturnType<typeof parseItem>) =>
	read.ok ? [] : read.faults.map((one) => one.path);

describe('the illustration of an item', () => {
	it('is one of the catalogue', () => {
		const item = { ...syringoma, illustration: { ...syringoma.illustration, id: 'no-such' } };
		expect(ruleOf(parseItem(item))).toEqual(['illustration.id']);
	});
	it('is on the shade of skin that the item says', () => {
		const tone = syringoma.tone === 1 ? 2 : 1;
		expect(ruleOf(parseItem({ ...syringoma, tone }))).toEqual(['tone']);
		expect(ruleOf(parseItem({ ...syringoma, tone: undefined }))).toEqual(['tone']);
	});
	it('needs no shade where the drawing has none', () => {
		const illustration = { id: 'course-timeline', tone: 1, seed: 1 };
		expect(parseItem({ ...syringoma, tone: undefined, illustration }).ok).toBe(true);
	});
	it('does not name what is keyed', () => {
		const illustration = { id: 'course-timeline', tone: 1, seed: 1 } as const;
		const item = all.find(({ id }) => id === 'neo-white-pearls');
		if (item === undefined) throw new Error('The item is not there');
		expect(checkDrawings(bankOf({ ...item, illustration }))).toMatchObject([
			{ path: 'items[0].illustration.id' }
		]);
		expect(checkDrawings(bankOf(item))).toEqual([]);
	});
	it('has the places that the item names, where it names them', () => {
		const [first, ...rest] = (placed as unknown as { regions: { id: string; shape: object }[] })
			.regions;
		const moved = { kind: 'circle', x: 9, y: 9, r: 9 };
		const changed = (region: object) =>
			checkDrawings(
				bankOf({ ...placed, regions: [{ ...first, ...region }, ...rest] } as Bank['items'][number])
			).map((one) => one.path);
		expect(changed({ shape: moved })).toEqual(['items[0].regions[0].shape']);
		expect(changed({ id: 'elsewhere' })).toEqual(['items[0].regions[0].id']);
		expect(changed({})).toEqual([]);
	});
});

describe('the drawings of the banks', () => {
	it('are in at least 60 items and 8 hot spots', () => {
		expect(illustrated.length).toBeGreaterThanOrEqual(60);
		expect(illustrated.filter((item) => 'regions' in item).length).toBeGreaterThanOrEqual(8);
	});
	it('are spread over every shade of skin', () => {
		for (let tone = 1; tone <= 10; tone += 1)
			expect(
				illustrated.filter((item) => item.illustration?.tone === tone).length,
				`Monk ${tone}`
			).toBeGreaterThanOrEqual(4);
	});
});
