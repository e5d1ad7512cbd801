// The format of a results file, `milium-results/1`: what learners answered, raw. Points are never part of it: whoever reads it
// scores it again. The app exports it, `bank analyse` and the item analysis read it.
import * as v from 'valibot';
import type { ItemRef } from '$lib/banks/bank';
import { CONFIDENCES } from '$lib/session/events';
import { fault, type Fault } from '$lib/validation/fault';
import { parse, type Parsed } from '$lib/validation/parse';

export const RESULTS_FORMAT = 'milium-results/1';

const text = (most: number) =>
	v.pipe(
		v.string(),
		v.check((value) => value.trim().length > 0, 'a text that is not empty'),
		v.maxLength(most, `at most ${most} characters`)
	);
const moment = v.pipe(v.string(), v.isoTimestamp('a moment such as 2026-11-21T09:30:00Z'));
const duration = v.pipe(v.number(), v.finite(), v.minValue(0, 'milliseconds from 0'));

const refSchema = v.strictObject({ bank: text(200), item: text(200), hash: text(200) });

const responseSchema = v.strictObject({
	/** `bank/item` of an entry of `items`. */
	item: text(401),
	/** What the learner chose, in the shape of the item type; absent where the question was left blank. */
	response: v.optional(v.unknown()),
	confidence: v.optional(v.picklist(CONFIDENCES)),
	/** Milliseconds the question was on screen. */
	activeMs: v.optional(duration)
});

const attemptSchema = v.strictObject({
	/** Which attempt of the learner it is, from 1. */
	n: v.pipe(v.number(), v.integer(), v.minValue(1, 'a whole number from 1')),
	started: v.optional(moment),
	finished: v.optional(moment),
	/** Handed in after the module was due. */
	late: v.optional(v.boolean()),
	/** One entry for each question that was asked, in the order in which it was asked. */
	responses: v.array(responseSchema)
});

const learnerSchema = v.strictObject({
	/** The name or code that the learner chose; unique within the file. */
	learner: text(200),
	attempts: v.pipe(v.array(attemptSchema), v.minLength(1, 'at least one attempt'))
});

const resultsSchema = v.strictObject({
	format: v.literal(RESULTS_FORMAT),
	title: v.optional(text(300)),
	/** The module that was assigned, where there was one. */
	module: v.optional(
		v.strictObject({
			id: text(200),
			revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))
		})
	),
	exported: v.optional(moment),
	app: v.optional(text(100)),
	banks: v.optional(v.array(v.strictObject({ id: text(200), version: text(100) }))),
	/** Every item that anybody was asked, with the hash of its wording. */
	items: v.pipe(v.array(refSchema), v.minLength(1, 'at least one item')),
	/** Items in full, so that the file can be read where their banks are not installed; told apart by their content. */
	contents: v.optional(v.array(v.looseObject({}))),
	learners: v.array(learnerSchema)
});

/** A results file that has been read and checked. */
export type ResultsFile = v.InferOutput<typeof resultsSchema>;
export type ResultsLearner = ResultsFile['learners'][number];
export type ResultsAttempt = ResultsLearner['attempts'][number];
export type ResultsResponse = ResultsAttempt['responses'][number];

/** Names an item within a results file. */
export const itemKey = ({ bank, item }: Pick<ItemRef, 'bank' | 'item'>) => `${bank}/${item}`;

/** Reads what was a results file; every fault at once, each with its path. */
export function parseResults(raw: unknown): Parsed<ResultsFile> {
	const parsed = parse(resultsSchema, raw);
	if (!parsed.ok) return parsed;
	const faults = [...repeatedItems(parsed.value), ...learnerFaults(parsed.value)];
	return faults.length > 0 ? { ok: false, faults } : parsed;
}

function repeatedItems({ items }: ResultsFile): Fault[] {
	const keys = items.map(itemKey);
	return repeats(keys).map((index) =>
		fault(['items', index], keys[index], 'each item once, in one wording', 'results.item')
	);
}

function learnerFaults({ items, learners }: ResultsFile): Fault[] {
	const known = new Set(items.map(itemKey));
	const names = learners.map((one) => one.learner);
	return [
		...repeats(names).map((index) =>
			fault(['learners', index, 'learner'], names[index], 'each learner once', 'results.learner')
		),
		...learners.flatMap(({ attempts }, index) => attemptFaults(attempts, known, index))
	];
}

function attemptFaults(
	attempts: readonly ResultsAttempt[],
	known: ReadonlySet<string>,
	learner: number
): Fault[] {
	const path = ['learners', learner, 'attempts'];
	return [
		...repeats(attempts.map((one) => String(one.n))).map((index) =>
			fault([...path, index, 'n'], attempts[index]?.n, 'each attempt once', 'results.attempt')
		),
		...attempts.flatMap(({ responses }, attempt) => {
			const keys = responses.map((one) => one.item);
			const at = (index: number) => [...path, attempt, 'responses', index, 'item'];
			return [
				...repeats(keys).map((index) =>
					fault(at(index), keys[index], 'each question once in an attempt', 'results.response')
				),
				...keys.flatMap((key, index) =>
					known.has(key)
						? []
						: [fault(at(index), key, 'bank/item of an entry of "items"', 'results.unknown')]
				)
			];
		})
	];
}

/** Indexes of entries that stood before. */
function repeats(list: readonly string[]): number[] {
	const seen = new Set<string>();
	return list.flatMap((one, index) => {
		const again = seen.has(one);
		seen.add(one);
		return again ? [index] : [];
	});
}
