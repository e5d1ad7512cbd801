import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Choice } from '$lib/items/contract';
import { ITEM_TYPES, itemTypeOf } from '$lib/items/registry';
import { appraiser, makeAnswer, outcomeOf, pairsOf, type AnswerInput } from '$lib/session/answer';
import { eventSchema } from '$lib/session/event-schema';
import type { Draft } from '$lib/session/state';
import { fixtureOf } from '../../fixtures/items';

const hashed = (type: string): HashedItem => ({ ...fixtureOf(type), hash: `hash-${type}` });
const draftOf = (response: unknown, more: Partial<Draft> = {}): Draft => ({
	response,
	confidence: undefined,
	activeMs: 1234,
	...more
});

function answerTo(type: string, draft: Draft | undefined, more: Partial<AnswerInput> = {}) {
	const item = hashed(type);
	return makeAnswer({
		id: 'attempt-1',
		ref: { bank: 'core', item: item.id, hash: item.hash },
		index: 3,
		item,
		mode: 'study',
		draft,
		first: true,
		...more
	});
}

describe.each(ITEM_TYPES.map((type) => type.id))('an answer to %s', (id) => {
	const item = hashed(id);
	const type = itemTypeOf(item);

	it('scores the key in full', () => {
		const answer = answerTo(id, draftOf(type.key(item)));
		expect(outcomeOf(answer)).toBe('correct');
		expect(answer).toMatchObject({ response: type.key(item), points: answer.max });
	});

	it.each([
		['none', undefined],
		['a blank one', draftOf(undefined)],
		['one of a wrong shape', draftOf('a')],
		['one that names no option', draftOf({ choice: '?', choices: ['?'], order: ['?'], value: [] })]
	])('gives 0 points for %s and stores it as blank', (_, draft) => {
		const answer = answerTo(id, draft);
		expect(answer).toMatchObject({ points: 0, response: type.emptyResponse(item) });
		expect(outcomeOf(answer)).toBe('incorrect');
	});

	it('is a record that the log can read, also as text', () => {
		for (const draft of [undefined, draftOf(type.key(item), { confidence: 'certain' })]) {
			const answer = answerTo(id, draft);
			const event = { id: 'e', session: 's', at: 1, tz: 0, kind: 'checked', answer };
			expect(v.parse(eventSchema, JSON.parse(JSON.stringify(event)))).toEqual(event);
		}
	});
});

describe('an answer', () => {
	it('carries what later statistics need', () => {
		const draft = draftOf({ choice: 'b' }, { confidence: 'unsure', activeMs: 2000.6 });
		expect(answerTo('multiple-choice', draft, { mode: 'exam', first: false })).toEqual({
			id: 'attempt-1',
			ref: { bank: 'core', item: 'fixture-multiple-choice', hash: 'hash-multiple-choice' },
			index: 3,
			type: 'multiple-choice',
			topics: ['milia-vs-baby-acne'],
			difficulty: 'medium',
			step: 'analyze-cues',
			mode: 'exam',
			response: { choice: 'b' },
			points: 0,
			max: 1,
			confidence: 'unsure',
			activeMs: 2001,
			first: false,
			pairs: [['neonatal-milia', 'neonatal-acne']],
			misconceptions: ['Thinks that every white bump on a baby is acne']
		});
	});

	it('says which skin tone was shown, and no misconception where the key was chosen', () => {
		const item = { ...hashed('multiple-choice'), tone: 8 };
		const answer = answerTo('multiple-choice', draftOf({ choice: 'a' }), { item });
		expect(answer.tone).toBe(8);
		expect(answer).not.toHaveProperty('misconceptions');
		expect(answer.pairs).toEqual([['neonatal-milia', 'neonatal-milia']]);
	});

	it('leaves out what is not known', () => {
		const { step: _, ...item } = hashed('multiple-choice');
		const answer = answerTo('multiple-choice', undefined, { item });
		expect(answer).not.toHaveProperty('step');
		expect(answer).not.toHaveProperty('confidence');
		expect(answer).not.toHaveProperty('tone');
		expect(answer).not.toHaveProperty('misconceptions');
		expect(answer).toMatchObject({ activeMs: 0, pairs: [] });
	});

	it('never has negative time', () => {
		expect(answerTo('numeric', draftOf(undefined, { activeMs: -5 })).activeMs).toBe(0);
	});

	it('scores a part of the points', () => {
		const item = hashed('matrix-multiple-choice');
		const key = itemTypeOf(item).key(item) as { rows: Record<string, string> };
		const rows = { ...key.rows, r1: 'acne' };
		const answer = answerTo('matrix-multiple-choice', draftOf({ rows }));
		expect(answer).toMatchObject({ points: 3, max: 4 });
		expect(outcomeOf(answer)).toBe('partly');
		// Each row is a part; the column "Either" names no diagnosis.
		expect(answer.pairs).toEqual([
			['neonatal-milia', 'neonatal-acne'],
			['neonatal-acne', 'neonatal-acne'],
			['neonatal-milia', 'neonatal-milia']
		]);
	});
});

describe('pairsOf', () => {
	const choice = (part: string, entity: string | undefined, is: string): Choice => ({
		part,
		option: `${part}-${entity}`,
		text: '',
		keyed: is.includes('k'),
		chosen: is.includes('c'),
		entity
	});

	it('pairs the keyed diagnosis with the chosen one, part by part', () => {
		const choices = [
			choice('p', 'milia', 'k'),
			choice('q', 'acne', 'kc'),
			choice('p', 'acne', 'c'),
			choice('q', 'milia', '')
		];
		expect(pairsOf(choices)).toEqual([
			['milia', 'acne'],
			['acne', 'acne']
		]);
	});

	it.each([
		[
			'two are keyed',
			[choice('p', 'milia', 'k'), choice('p', 'cyst', 'k'), choice('p', 'acne', 'c')]
		],
		[
			'two are chosen',
			[choice('p', 'milia', 'k'), choice('p', 'cyst', 'c'), choice('p', 'acne', 'c')]
		],
		['none is chosen', [choice('p', 'milia', 'k'), choice('p', 'acne', '')]],
		['none is keyed', [choice('p', 'milia', ''), choice('p', 'acne', 'c')]],
		['the key names no diagnosis', [choice('p', undefined, 'k'), choice('p', 'acne', 'c')]],
		['the choice names none', [choice('p', 'milia', 'k'), choice('p', undefined, 'c')]],
		['there is nothing', []]
	])('says nothing where %s', (_, choices) => {
		expect(pairsOf(choices)).toEqual([]);
	});
});

describe('what was appraised last', () => {
	const item = hashed('multiple-choice');
	const key = itemTypeOf(item).key(item);

	it('is remembered, and another response or item is scored anew', () => {
		const worthOf = appraiser();
		const right = worthOf(item, key);
		expect(right.score).toMatchObject({ points: 1, max: 1 });
		expect(worthOf(item, key)).toBe(right);
		expect(worthOf(item, undefined).score.points).toBe(0);
		const changed = { ...item, rationale: 'Another.' };
		expect(worthOf(changed, key)).not.toBe(right);
		expect(worthOf(item, key)).toEqual(right);
	});
});
