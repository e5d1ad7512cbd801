// Runs the scoring cases of tests/cases/ngn, which other engines can run too.
import { describe, expect, it } from 'vitest';
import { parseItem } from '$lib/banks/parse';
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';

interface CaseFile {
	readonly format: string;
	readonly type: string;
	readonly sources: Readonly<Record<string, string>>;
	readonly items: readonly (BaseItem & { readonly id: string })[];
	readonly cases: readonly {
		readonly id: string;
		readonly item: string;
		readonly response: unknown;
		readonly points: number;
		readonly max: number;
		readonly note: string;
		readonly source: string;
	}[];
}

const files = Object.entries(
	import.meta.glob<CaseFile>('../../cases/ngn/*.json', { eager: true, import: 'default' })
);

describe.each(files)('%s', (path, file) => {
	const items = new Map(file.items.map((item) => [item.id, item]));

	it('is named for its type and says its format', () => {
		expect(file.format).toBe('milium-scoring-cases/1');
		expect(path.endsWith(`/${file.type}.json`)).toBe(true);
	});

	it.each(file.items)('$id is a lawful item of the type', (item) => {
		expect(parseItem(item)).toEqual({ ok: true, value: item });
		expect(item.type).toBe(file.type);
	});

	it.each(file.cases)('$id: $note', ({ item: id, response, points, max, source }) => {
		const item = items.get(id);
		if (item === undefined) throw new Error(`No item ${id} in ${path}`);
		const type = itemTypeOf(item);
		const score = type.score(item, type.readResponse(item, response).response);
		expect({ points: score.points, max: score.max }).toEqual({ points, max });
		expect(Object.keys(file.sources)).toContain(source);
	});
});

it('gives every case an id of its own', () => {
	const ids = files.flatMap(([, file]) => file.cases.map((one) => one.id));
	expect(ids.length).toBeGreaterThan(30);
	expect(new Set(ids).size).toBe(ids.length);
});
