import { FIXTURES, fixtureOf } from '../../fixtures/items/index.js';

export type Json = Record<string, unknown>;

/** A lawful bank file with one item of each type, or with the given ones; `change` alters its head. */
export function bankOf(items: readonly unknown[] = allItems(), change: Json = {}): Json {
	return {
		format: 'milium-bank/1',
		id: 'probe',
		version: '1.0.0',
		title: 'Probe',
		description: 'A bank for tests.',
		language: 'en',
		licence: 'CC-BY-4.0',
		authors: ['Milium authors'],
		items,
		...change
	};
}

/** A multiple-choice item with some fields changed. */
export function itemOf(change: Json = {}): Json {
	return { ...(fixtureOf('multiple-choice') as unknown as Json), ...change };
}

function allItems(): unknown[] {
	return [...FIXTURES.keys()].map((type) => fixtureOf(type));
}
