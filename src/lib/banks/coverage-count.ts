// What a set of banks covers: facts against items, topics against item types, steps of clinical judgment, difficulty, skin tone and
// age, and which diagnoses the options name. What is missing is the matter of `coverage-gaps.ts`.
import { FACT_USES, type Fact, type Ledger } from '$lib/evidence/ledger';
import {
	AGES,
	CJMM_STEPS,
	COGNITIVE_LEVELS,
	DIFFICULTIES,
	type BaseItem,
	type Choice
} from '$lib/items/contract';
import { itemTypeOf, ITEM_TYPES } from '$lib/items/registry';
import type { Bank } from './bank.js';

/** How many items of each kind there are, by name of the kind. */
export type Counts = Readonly<Record<string, number>>;

/** Items by what they are like. */
export interface Kinds {
	readonly types: Counts;
	readonly steps: Counts;
	readonly difficulties: Counts;
	readonly levels: Counts;
	/** By Monk Skin Tone shade, of items that show or describe one. */
	readonly tones: Counts;
	readonly ages: Counts;
}

export interface TopicCoverage extends Kinds {
	readonly id: string;
	readonly name: string;
	readonly items: number;
}

export interface FactCoverage {
	readonly id: string;
	readonly topic: string;
	readonly use: Fact['use'];
	/** Ids of the items that test it. */
	readonly items: readonly string[];
}

/** How often options name a diagnosis, and how often such an option is the right one. */
export interface EntityCoverage {
	readonly id: string;
	readonly name: string;
	readonly options: number;
	readonly keyed: number;
}

/** Everything that was counted. */
export interface Counted extends Kinds {
	readonly banks: number;
	readonly cases: number;
	readonly items: number;
	/** Items of the classic form with one best answer. */
	readonly singleBest: number;
	/** Items with a drawing, by the Monk Skin Tone shade of the drawing. */
	readonly illustrated: Counts;
	/** Ids of clinical items about one patient (a scenario, and a skin tone) that name no step of clinical judgment. */
	readonly withoutStep: readonly string[];
	/** Ids of items that teach counselling and say nothing in plain words. */
	readonly withoutPlainWords: readonly string[];
	readonly topics: readonly TopicCoverage[];
	readonly facts: readonly FactCoverage[];
	readonly entities: readonly EntityCoverage[];
}

/** Shades of the Monk Skin Tone scale. */
export const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
/** The topic whose items teach what to say to patients and parents. */
const COUNSELLING = 'home-care-prevention';
const KEYABLE: readonly string[] = FACT_USES.filter((use) => use.startsWith('key'));
const TYPES = ITEM_TYPES.map((type): string => type.id);

/** All items of some kinds together. */
export const total = (counts: Counts) => Object.values(counts).reduce((sum, one) => sum + one, 0);

/** Whether a fact may be keyed as true, so that some item should test it. */
export function isKeyable(fact: Pick<Fact, 'use'>): boolean {
	return KEYABLE.includes(fact.use);
}

/** An item with the patient it is about: its own, or the one of its case. */
interface Asked {
	readonly item: BaseItem;
	readonly tone: number | undefined;
	readonly age: BaseItem['age'];
}

function askedIn(bank: Bank): Asked[] {
	const cases = new Map(bank.cases?.flatMap((one) => one.items.map((id) => [id, one] as const)));
	return bank.items.map((item) => {
		const whole = cases.get(item.id);
		return { item, tone: item.tone ?? whole?.tone, age: item.age ?? whole?.age };
	});
}

/** What `banks` cover of the ledger. */
export function countCoverage(banks: readonly Bank[], ledger: Ledger): Counted {
	const asked = banks.flatMap(askedIn);
	const items = asked.map((one) => one.item);
	const clinical = new Set(
		ledger.topics.flatMap(({ id, kind }) => (kind === 'clinical' ? [id] : []))
	);
	const mainOf = (item: BaseItem) => item.topics[0] ?? '';
	return {
		banks: banks.length,
		cases: banks.reduce((sum, bank) => sum + (bank.cases?.length ?? 0), 0),
		items: items.length,
		...kindsOf(asked),
		singleBest: items.filter((item) => itemTypeOf(item).writing === 'single-best').length,
		illustrated: count(TONES, asked, ({ item }) => item.illustration?.tone.toString()),
		withoutStep: asked
			.filter(({ item, tone }) => clinical.has(mainOf(item)) && tone !== undefined)
			.filter(({ item }) => item.scenario !== undefined && item.step === undefined)
			.map(({ item }) => item.id),
		withoutPlainWords: items
			.filter((item) => mainOf(item) === COUNSELLING && item.plainWords === undefined)
			.map((item) => item.id),
		topics: ledger.topics.map(({ id, name }): TopicCoverage => {
			const own = asked.filter(({ item }) => item.topics.includes(id));
			return { id, name, items: own.length, ...kindsOf(own) };
		}),
		facts: ledger.facts.map(({ id, topic, use }): FactCoverage => ({
			...{ id, topic, use },
			items: items.filter((item) => item.facts.includes(id)).map((item) => item.id)
		})),
		entities: entitiesOf(items, ledger)
	};
}

function kindsOf(asked: readonly Asked[]): Kinds {
	return {
		types: count(TYPES, asked, ({ item }) => item.type),
		steps: count(CJMM_STEPS, asked, ({ item }) => item.step),
		difficulties: count(DIFFICULTIES, asked, ({ item }) => item.difficulty),
		levels: count(COGNITIVE_LEVELS, asked, ({ item }) => item.level),
		tones: count(TONES, asked, ({ tone }) => tone?.toString()),
		ages: count(AGES, asked, ({ age }) => age)
	};
}

function count(
	names: readonly string[],
	asked: readonly Asked[],
	of: (one: Asked) => string | undefined
): Counts {
	const sums = new Map(names.map((name) => [name, 0]));
	for (const one of asked) {
		const name = of(one);
		if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + 1);
	}
	return Object.fromEntries(sums);
}

function entitiesOf(items: readonly BaseItem[], ledger: Ledger): EntityCoverage[] {
	const choices = items.flatMap((item): Choice[] => {
		const type = itemTypeOf(item);
		return type.choices(item, type.emptyResponse(item));
	});
	return ledger.entities.map(({ id, name }) => {
		const own = choices.filter((choice) => choice.entity === id);
		return { id, name, options: own.length, keyed: own.filter((choice) => choice.keyed).length };
	});
}
