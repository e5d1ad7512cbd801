// What a set of banks lacks, in words for an author.
import { AGE_NAMES, CJMM_STEP_NAMES } from '$lib/items/contract';
import { ITEM_TYPES } from '$lib/items/registry';
import { isKeyable, total, type Counted, type Counts } from './coverage-count.js';

/** Least numbers of items, and shares from 0 to 1. */
export interface Minima {
	readonly items: number;
	readonly cases: number;
	readonly illustrated: number;
	readonly topic: number;
	/** Of each item type. */
	readonly type: number;
	readonly step: number;
	readonly age: number;
	/** Of each difficulty within each topic. */
	readonly difficulty: number;
	/** Least share of each cognitive level. */
	readonly level: number;
	/** Greatest share of single-best-answer items. */
	readonly singleBest: number;
	/** How far a skin tone may lie below an even share of the ten, and above it, as a factor. */
	readonly tone: number;
}

/** What the banks of Milium must reach together. */
export const MINIMA: Minima = {
	items: 300,
	cases: 12,
	illustrated: 60,
	topic: 12,
	type: 8,
	step: 12,
	age: 8,
	difficulty: 1,
	level: 0.05,
	singleBest: 0.45,
	tone: 2
};

/** What is worth knowing of any other bank. */
export const LOOSE: Minima = {
	...{ items: 0, cases: 0, illustrated: 0, topic: 4, type: 1, step: 1, age: 0, difficulty: 0 },
	...{ level: 0, singleBest: 1, tone: Number.POSITIVE_INFINITY }
};

export const GAP_KINDS = [
	'whole',
	'fact',
	'topic',
	'type',
	'step',
	'difficulty',
	'level',
	'tone',
	'age',
	'entity',
	'plain-words'
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** Headings for the kinds of gap. */
export const GAP_NAMES: Readonly<Record<GapKind, string>> = {
	whole: 'The banks as a whole',
	fact: 'Facts that no question tests',
	topic: 'Topics with too few questions',
	type: 'Question types with too few questions',
	step: 'Steps of clinical judgment',
	difficulty: 'Difficulties',
	level: 'Cognitive levels',
	tone: 'Skin tones',
	age: 'Ages',
	entity: 'Diagnoses that no option names',
	'plain-words': 'Counselling without plain words'
};

/** Something that is missing. */
export interface Gap {
	readonly kind: GapKind;
	/** What it is about: the id of a fact, a topic, a type. */
	readonly id: string;
	/** A sentence of its own. */
	readonly says: string;
}

const TYPE_NAMES = new Map<string, string>(ITEM_TYPES.map((type) => [type.id, type.name]));
const stepName = (id: string) => CJMM_STEP_NAMES[id as keyof typeof CJMM_STEP_NAMES];
const ageName = (id: string) => AGE_NAMES[id as keyof typeof AGE_NAMES];
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Everything that falls short, the most important first. */
export function gapsOf(found: Counted, minima: Minima): Gap[] {
	const below = (kind: GapKind, counts: Counts, least: number, name: (id: string) => string) =>
		Object.entries(counts)
			.filter(([, items]) => items < least)
			.map(([id, items]): Gap => ({
				kind,
				id,
				says: `${name(id)}: ${items} of at least ${least}`
			}));
	return [
		...wholeGaps(found, minima),
		...found.facts
			.filter((fact) => isKeyable(fact) && fact.items.length === 0)
			.map(({ id, topic }): Gap => ({
				kind: 'fact',
				id,
				says: `${id}: no question tests it (${topic})`
			})),
		...found.topics
			.filter((topic) => topic.items < minima.topic)
			.map(({ id, name, items }): Gap => {
				return {
					kind: 'topic',
					id,
					says: `${name}: ${items} of at least ${minima.topic} questions`
				};
			}),
		...below('type', found.types, minima.type, (id) => TYPE_NAMES.get(id) ?? id),
		...below('step', found.steps, minima.step, stepName),
		...found.withoutStep.map((id): Gap => ({
			kind: 'step',
			id,
			says: `${id}: clinical, and names no step`
		})),
		...found.topics.flatMap(({ id, name, difficulties }) =>
			below('difficulty', difficulties, minima.difficulty, (one) => `${name}, ${one}`).map(
				(gap): Gap => ({ ...gap, id: `${id}/${gap.id}` })
			)
		),
		...below('level', found.levels, Math.ceil(minima.level * found.items), (id) => id),
		...toneGaps(found.tones, minima, 'questions'),
		...toneGaps(found.illustrated, minima, 'drawings'),
		...below('age', found.ages, minima.age, ageName),
		...found.entities
			.filter((entity) => entity.options === 0)
			.map(({ id, name }): Gap => ({ kind: 'entity', id, says: `no option names ${name}` })),
		...found.withoutPlainWords.map((id): Gap => {
			return {
				kind: 'plain-words',
				id,
				says: `${id}: teaches counselling, and has no plain words`
			};
		})
	];
}

function wholeGaps(found: Counted, minima: Minima): Gap[] {
	const { items, cases, illustrated, singleBest } = found;
	const gaps: Gap[] = [];
	const least = (id: 'items' | 'cases' | 'illustrated', count: number, name: string) => {
		if (count >= minima[id]) return;
		gaps.push({ kind: 'whole', id, says: `${count} of at least ${minima[id]} ${name}` });
	};
	least('items', items, 'questions');
	least('cases', cases, 'case studies');
	least('illustrated', total(illustrated), 'questions with a drawing');
	if (singleBest > minima.singleBest * items) {
		const share = percent(singleBest / items);
		const says = `${share} of the questions have a single best answer, at most ${percent(minima.singleBest)}`;
		gaps.push({ kind: 'whole', id: 'single-best', says });
	}
	return gaps;
}

/** Shades far from an even share. Where no item says any, there is nothing to balance. */
function toneGaps(tones: Counts, minima: Minima, what: string): Gap[] {
	const even = total(tones) / Object.keys(tones).length;
	if (even === 0) return [];
	return Object.entries(tones)
		.filter(([, items]) => items < even / minima.tone || items > even * minima.tone)
		.map(([id, items]): Gap => {
			const says = `shade ${id}: ${items} ${what}, where an even share is ${even.toFixed(0)}`;
			return { kind: 'tone', id, says };
		});
}
