// What a set of banks covers, and where the gaps are: facts against items, topics against item types, steps of clinical
// judgment and difficulty, and which diagnoses the options name.
import { FACT_USES, type Fact, type Ledger } from '$lib/evidence/ledger';
import {
	CJMM_STEP_NAMES,
	CJMM_STEPS,
	DIFFICULTIES,
	type BaseItem,
	type Choice
} from '$lib/items/contract';
import { itemTypeOf, ITEM_TYPES } from '$lib/items/registry';
import type { Bank } from './bank.js';

/** How many items of each kind there are, by name of the kind. */
export type Counts = Readonly<Record<string, number>>;

export interface TopicCoverage {
	readonly id: string;
	readonly name: string;
	readonly items: number;
	readonly types: Counts;
	readonly steps: Counts;
	readonly difficulties: Counts;
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

export type GapKind = 'fact' | 'topic' | 'type' | 'step' | 'difficulty' | 'entity' | 'tone';

/** Something that is missing, in words for an author. */
export interface Gap {
	readonly kind: GapKind;
	readonly id: string;
	readonly says: string;
}

export interface Coverage {
	readonly banks: number;
	readonly items: number;
	readonly types: Counts;
	readonly steps: Counts;
	readonly difficulties: Counts;
	/** By Monk Skin Tone shade, of items that show or describe one. */
	readonly tones: Counts;
	/** The same, of items that are illustrated. */
	readonly illustrated: Counts;
	readonly topics: readonly TopicCoverage[];
	readonly facts: readonly FactCoverage[];
	readonly entities: readonly EntityCoverage[];
	readonly gaps: readonly Gap[];
}

const TONES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];
const KEYABLE: readonly string[] = FACT_USES.filter((use) => use.startsWith('key'));
const TYPE_NAMES = new Map<string, string>(ITEM_TYPES.map((type) => [type.id, type.name]));

/** Whether a fact may be keyed as true, so that some item should test it. */
export function isKeyable(fact: Pick<Fact, 'use'>): boolean {
	return KEYABLE.includes(fact.use);
}

/** What `banks` cover of the ledger. A topic with fewer than `least` items is a gap. */
export function coverageOf(banks: readonly Bank[], ledger: Ledger, least: number): Coverage {
	const items = banks.flatMap((bank) => bank.items);
	const counted = {
		banks: banks.length,
		items: items.length,
		...kindsOf(items),
		tones: count(TONES, items, (item) => (item.tone === undefined ? [] : [String(item.tone)])),
		illustrated: count(TONES, items, ({ illustration }) =>
			illustration === undefined ? [] : [String(illustration.tone)]
		),
		topics: ledger.topics.map((topic): TopicCoverage => {
			const own = items.filter((item) => item.topics.includes(topic.id));
			return { id: topic.id, name: topic.name, items: own.length, ...kindsOf(own) };
		}),
		facts: ledger.facts.map((fact): FactCoverage => ({
			id: fact.id,
			topic: fact.topic,
			use: fact.use,
			items: items.filter((item) => item.facts.includes(fact.id)).map((item) => item.id)
		})),
		entities: entitiesOf(items, ledger)
	};
	return { ...counted, gaps: gapsOf(counted, least) };
}

function kindsOf(items: readonly BaseItem[]): Pick<Coverage, 'types' | 'steps' | 'difficulties'> {
	return {
		types: count([...TYPE_NAMES.keys()], items, (item) => [item.type]),
		steps: count(CJMM_STEPS, items, (item) => (item.step === undefined ? [] : [item.step])),
		difficulties: count(DIFFICULTIES, items, (item) => [item.difficulty])
	};
}

function count(
	names: readonly string[],
	items: readonly BaseItem[],
	of: (item: BaseItem) => readonly string[]
): Counts {
	const sums = new Map(names.map((name) => [name, 0]));
	for (const name of items.flatMap(of)) sums.set(name, (sums.get(name) ?? 0) + 1);
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

function gapsOf(found: Omit<Coverage, 'gaps'>, least: number): Gap[] {
	const none = (kind: GapKind, counts: Counts, says: (id: string) => string): Gap[] =>
		Object.entries(counts)
			.filter(([, items]) => items === 0)
			.map(([id]) => ({ kind, id, says: says(id) }));
	const stepName = (id: string) => CJMM_STEP_NAMES[id as keyof typeof CJMM_STEP_NAMES];
	const tonesUsed = Object.values(found.tones).some((items) => items > 0);
	return [
		...found.topics
			.filter((topic) => topic.items < least)
			.map(({ id, name, items }): Gap => ({
				kind: 'topic',
				id,
				says: `${name}: ${items} of at least ${least} items`
			})),
		...found.facts
			.filter((fact) => isKeyable(fact) && fact.items.length === 0)
			.map(({ id, topic }): Gap => ({ kind: 'fact', id, says: `no item tests it (${topic})` })),
		...none('type', found.types, (id) => `no item of type ${TYPE_NAMES.get(id) ?? id}`),
		...none('step', found.steps, (id) => `no item for ${stepName(id)}`),
		...none('difficulty', found.difficulties, (id) => `no ${id} item`),
		...found.entities
			.filter((entity) => entity.options === 0)
			.map(({ id, name }): Gap => ({ kind: 'entity', id, says: `no option names ${name}` })),
		...(tonesUsed ? none('tone', found.tones, (id) => `no item with skin tone ${id}`) : [])
	];
}
