import { describe, expect, it } from 'vitest';
import { keepOwn, longer, respondedWith, withDraft } from '$lib/session/drafts';
import { fold, NO_DRAFT, type Draft, type SessionState } from '$lib/session/state';
import { started } from '../storage/events';

const START = started('s', 3);
const draft = (choice: string): Draft => ({ ...NO_DRAFT, response: { choice }, activeMs: 1200 });

/** A session on its question `current` with these drafts. */
function state(current: number, drafts: Record<number, Draft>): SessionState {
	const begun = fold([START]);
	if (begun === undefined) throw new Error('No state');
	const entries = Object.entries(drafts).map(([index, one]) => [Number(index), one] as const);
	return { ...begun, current, drafts: new Map(entries) };
}

describe('a draft', () => {
	it('is put to the question on screen, and the state before stays as it was', () => {
		const before = state(1, { 0: draft('a') });
		expect(withDraft(before, draft('b')).drafts).toEqual(
			new Map([
				[0, draft('a')],
				[1, draft('b')]
			])
		);
		expect(before.drafts.size).toBe(1);
	});

	it('takes on time, also where there was none yet', () => {
		expect(longer(draft('a'), 300)).toEqual({ ...draft('a'), activeMs: 1500 });
		expect(longer(undefined, 300)).toEqual({ ...NO_DRAFT, activeMs: 300 });
	});

	it('goes into the log with its confidence only where there is one', () => {
		const stored = { kind: 'responded', index: 2, response: { choice: 'a' }, activeMs: 1200 };
		expect(respondedWith(2, draft('a'))).toStrictEqual(stored);
		expect(respondedWith(2, { ...draft('a'), confidence: 'certain' })).toStrictEqual({
			...stored,
			confidence: 'certain'
		});
	});
});

describe('a tab that takes in what is stored', () => {
	const stored = state(0, { 0: draft('stored'), 2: draft('stored') });

	it('stays on its question and takes every draft that is stored', () => {
		const own = state(1, { 0: draft('own'), 1: draft('own') });
		expect(keepOwn(own, stored, undefined)).toEqual(
			state(1, { 0: draft('stored'), 1: draft('own'), 2: draft('stored') })
		);
	});

	it('keeps the one draft that it has not stored yet', () => {
		const own = state(0, { 0: draft('own'), 2: draft('own') });
		expect(keepOwn(own, stored, 0).drafts.get(0)).toEqual(draft('own'));
		expect(keepOwn(own, stored, 0).drafts.get(2)).toEqual(draft('stored'));
	});
});
