// Spoils the fixture of a type in one way and expects the one fault that must come.
import { describe, expect, it } from 'vitest';
import { parseItem } from '$lib/banks/parse';
import { fixtureOf } from '../../fixtures/items';

// The fixture as JSON: a case may put anything anywhere.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;
export interface Spoilt {
	readonly what: string;
	readonly spoil: (item: Json) => void;
	readonly path: string;
	readonly rule?: string;
	readonly expected?: RegExp;
}

/** Options that no fixture has. */
export const option = (id: string) => ({ id, text: `Text ${id}`, rationale: `Reason ${id}` });
export const options = (count: number) =>
	Array.from({ length: count }, (_, index) => option(`x${index}`));

/** Tests that each case is refused with its one fault. */
export function refuses(cases: Readonly<Record<string, readonly Spoilt[]>>) {
	describe.each(Object.entries(cases))('%s refuses', (type, list) => {
		it.each(list)('$what', ({ spoil, path, rule, expected }) => {
			const item = fixtureOf(type);
			spoil(item);
			const read = parseItem(item);
			const faults = read.ok ? [] : read.faults;
			expect(faults.map((one) => ({ path: one.path, rule: one.rule }))).toEqual([{ path, rule }]);
			expect(faults[0]?.expected).toMatch(expected ?? /./);
		});
	});
}
