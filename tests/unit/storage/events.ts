// Makes events of sessions, by hand and by chance.
import * as fc from 'fast-check';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Answer, EventOf, Mode, SessionEvent } from '$lib/session/events';
import { uuidv7 } from '$lib/session/uuid';

const START = Date.UTC(2026, 10, 21, 20);
let ids = 0;

/** An id that sorts after those made before. */
export function newId(): string {
	ids += 1;
	return uuidv7(START + ids, () => new Uint8Array(16));
}

export const ref = (item: string) => ({ bank: 'core', item, hash: `hash-${item}` });

export function item(id: string): HashedItem {
	return {
		id,
		hash: `hash-${id}`,
		type: 'multiple-choice',
		version: 1,
		topics: ['neonatal-milia'],
		objective: 'Tell milia from acne',
		stem: 'What is it?',
		level: 'apply',
		difficulty: 'easy',
		facts: ['f1'],
		review: { status: 'approved' }
	};
}

type Change = { [K in keyof Answer]?: Exclude<Answer[K], undefined> };

export function answer(index: number, more: Change = {}): Answer {
	return {
		id: newId(),
		ref: ref(`item-${index}`),
		index,
		type: 'multiple-choice',
		topics: ['neonatal-milia'],
		difficulty: 'easy',
		mode: 'study',
		response: { choice: 'a' },
		points: 1,
		max: 1,
		activeMs: 1000,
		first: true,
		pairs: [['milia', 'acne']],
		...more
	};
}

const envelope = (session: string) => ({ id: newId(), session, at: START + ids * 1000, tz: 60 });

export function started(session: string, count = 3, mode: Mode = 'study'): EventOf<'started'> {
	const items = Array.from({ length: count }, (_, index) => ref(`item-${index}`));
	return {
		...envelope(session),
		kind: 'started',
		plan: { mode, seed: 1, items, confidence: true }
	};
}

export function checked(session: string, index: number, more: Change = {}): EventOf<'checked'> {
	return { ...envelope(session), kind: 'checked', answer: answer(index, more) };
}

export function finished(session: string, answers: Answer[] = []): EventOf<'finished'> {
	return { ...envelope(session), kind: 'finished', reason: 'learner', answers };
}

export function responded(session: string, index: number): EventOf<'responded'> {
	return {
		...envelope(session),
		kind: 'responded',
		index,
		response: { choice: 'b' },
		activeMs: 500
	};
}

/** An answer to a quick visual round. */
export function round(session: string, entity: string, chosen: string): EventOf<'round'> {
	return {
		...envelope(session),
		kind: 'round',
		entity,
		chosen,
		options: ['milia', 'acne'],
		tone: 3,
		seed: ids,
		ms: 900
	};
}

const SIZE = 4;
const anAnswer = (mode: Mode, index: number) =>
	fc
		.record({
			item: fc.integer({ min: 0, max: 5 }),
			type: fc.constantFrom('multiple-choice', 'bow-tie'),
			topics: fc.constantFrom<string[]>(['neonatal-milia'], ['acne', 'neonatal-milia'], []),
			difficulty: fc.constantFrom('easy' as const, 'hard' as const),
			step: fc.constantFrom(undefined, 'take-action' as const),
			confidence: fc.constantFrom(undefined, 'guess' as const, 'certain' as const),
			max: fc.integer({ min: 1, max: 5 }),
			part: fc.integer({ min: 0, max: 5 }),
			activeMs: fc.integer({ min: 0, max: 90_000 }),
			first: fc.boolean(),
			pairs: fc.constantFrom<[string, string][]>([], [['milia', 'acne']], [['milia', 'milia']]),
			tone: fc.constantFrom(undefined, 2, 9),
			misconceptions: fc.constantFrom<string[] | undefined>(
				undefined,
				['Takes it for acne.'],
				['Squeezes.', 'Waits.']
			)
		})
		.map(({ item: name, part, step, confidence, tone, misconceptions, max, ...rest }) =>
			answer(index, {
				...rest,
				ref: ref(`item-${name}`),
				mode,
				max,
				points: Math.min(part, max),
				...(step !== undefined && { step }),
				...(confidence !== undefined && { confidence }),
				...(tone !== undefined && { tone }),
				...(misconceptions !== undefined && { misconceptions })
			})
		);

const aStep = (session: string, mode: Mode): fc.Arbitrary<() => SessionEvent> => {
	const index = fc.integer({ min: 0, max: SIZE });
	return fc.oneof(
		{ weight: 2, arbitrary: index.map((at) => () => responded(session, at)) },
		{
			weight: 1,
			arbitrary: index.map((at) => () => ({
				...envelope(session),
				kind: 'moved' as const,
				index: at
			}))
		},
		{
			weight: 1,
			arbitrary: fc.tuple(index, fc.boolean()).map(([at, on]) => () => ({
				...envelope(session),
				kind: 'flagged' as const,
				index: at,
				on
			}))
		},
		{
			weight: 4,
			arbitrary: index.chain((at) =>
				anAnswer(mode, at).map((one) => () => ({
					...envelope(session),
					kind: 'checked' as const,
					answer: one
				}))
			)
		}
	);
};

/** Events of one session, in the order in which they happened. */
const aSession = (session: string): fc.Arbitrary<SessionEvent[]> =>
	fc
		.record({ mode: fc.constantFrom<Mode>('study', 'exam'), ends: fc.boolean() })
		.chain(({ mode, ends }) =>
			fc.record({
				mode: fc.constant(mode),
				ends: fc.constant(ends),
				steps: fc.array(aStep(session, mode), { maxLength: 8 }),
				answers: fc.tuple(anAnswer(mode, 0), anAnswer(mode, 1), anAnswer(mode, 2))
			})
		)
		.map(({ mode, ends, steps, answers }) => [
			started(session, SIZE, mode),
			...steps.map((make) => make()),
			...(ends ? [finished(session, mode === 'exam' ? answers : [])] : [])
		]);

/** Answers of a sitting of quick visual rounds. */
const aSitting = (session: string): fc.Arbitrary<SessionEvent[]> =>
	fc
		.array(fc.constantFrom('milia', 'acne'), { maxLength: 3 })
		.map((all) => all.map((chosen) => round(session, 'milia', chosen)));

/** Events of several sessions, some twice, in any order: what two tabs and a recovered journal may bring. */
export const anyLog: fc.Arbitrary<SessionEvent[]> = fc
	.tuple(aSession('s1'), aSession('s2'), aSession('s3'), aSitting('r1'))
	.map((sessions) => sessions.flat())
	.chain((events) =>
		fc.record({
			order: fc.shuffledSubarray(events),
			again: fc.subarray(events, { maxLength: Math.min(5, events.length) })
		})
	)
	.map(({ order, again }) => [...order, ...again]);

/** Events of several sessions in the order in which they happened. */
export const orderlyLog: fc.Arbitrary<SessionEvent[]> = fc
	.tuple(aSession('s1'), aSession('s2'))
	.map((sessions) => sessions.flat());
