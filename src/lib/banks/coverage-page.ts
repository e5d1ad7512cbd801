// What the page about coverage shows: counts in the order of their columns, so that it needs to know neither banks nor item types.
import type { Fact, Ledger } from '$lib/evidence/ledger';
import {
	AGE_NAMES,
	AGES,
	CJMM_STEP_NAMES,
	CJMM_STEPS,
	COGNITIVE_LEVELS,
	DIFFICULTIES
} from '$lib/items/contract';
import { ITEM_TYPES } from '$lib/items/registry';
import { isKeyable, TONES, total, type FactCoverage, type Kinds } from './coverage-count.js';
import { GAP_KINDS, GAP_NAMES, type Minima } from './coverage-gaps.js';
import type { Coverage } from './coverage.js';

/** One way of sorting items: by type, by step, … */
export interface Sorting {
	readonly name: string;
	readonly columns: readonly string[];
}

/** How many items there are of some topic, or in all. */
export interface TopicCounts {
	readonly name: string;
	readonly items: number;
	/** Facts that may be keyed as true, and how many of them an item tests. */
	readonly keyable: number;
	readonly tested: number;
	/** For each sorting the counts of its columns. */
	readonly counts: readonly (readonly number[])[];
	readonly facts: readonly {
		readonly statement: string;
		readonly use: Fact['use'];
		readonly items: number;
	}[];
}

export interface CoveragePage {
	readonly banks: number;
	readonly cases: number;
	readonly illustrated: number;
	readonly singleBest: number;
	readonly minima: Minima;
	readonly sortings: readonly Sorting[];
	/** All topics together; its facts are those of the topics. */
	readonly all: TopicCounts;
	readonly topics: readonly TopicCounts[];
	/** Groups with something missing. */
	readonly gaps: readonly { readonly name: string; readonly says: readonly string[] }[];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const SORTINGS: readonly (Sorting & {
	readonly of: keyof Kinds;
	readonly ids: readonly string[];
})[] = [
	{
		name: 'Question type',
		of: 'types',
		ids: ITEM_TYPES.map((type) => type.id),
		columns: ITEM_TYPES.map((type) => type.name)
	},
	{
		name: 'Step of clinical judgment',
		of: 'steps',
		ids: CJMM_STEPS,
		columns: CJMM_STEPS.map((step) => CJMM_STEP_NAMES[step])
	},
	{
		name: 'Difficulty',
		of: 'difficulties',
		ids: DIFFICULTIES,
		columns: DIFFICULTIES.map(capital)
	},
	{
		name: 'Cognitive level',
		of: 'levels',
		ids: COGNITIVE_LEVELS,
		columns: COGNITIVE_LEVELS.map(capital)
	},
	{
		name: 'Skin tone (Monk scale)',
		of: 'tones',
		ids: TONES,
		columns: TONES.map((tone) => `Shade ${tone}`)
	},
	{ name: 'Age', of: 'ages', ids: AGES, columns: AGES.map((age) => AGE_NAMES[age]) }
];

/** Coverage in the form in which its page counts it: lists in the order of `SORTINGS`, facts with their words. */
export function coveragePage(found: Coverage, ledger: Ledger, minima: Minima): CoveragePage {
	const statements = new Map(ledger.facts.map((fact) => [fact.id, fact.statement]));
	const countsOf = (kinds: Kinds) =>
		SORTINGS.map(({ of, ids }) => ids.map((id) => kinds[of][id] ?? 0));
	const testedOf = (facts: readonly FactCoverage[]) => {
		const keyable = facts.filter(isKeyable);
		return {
			keyable: keyable.length,
			tested: keyable.filter((fact) => fact.items.length > 0).length
		};
	};
	const { banks, cases, singleBest } = found;
	const illustrated = total(found.illustrated);
	return {
		...{ banks, cases, illustrated, singleBest, minima },
		sortings: SORTINGS.map(({ name, columns }) => ({ name, columns })),
		all: {
			...{ name: 'All topics', items: found.items, counts: countsOf(found), facts: [] },
			...testedOf(found.facts)
		},
		topics: found.topics.map((topic) => {
			const own = found.facts.filter((fact) => fact.topic === topic.id);
			const facts = own.map(({ id, use, items }) => ({
				...{ statement: statements.get(id) ?? id, use },
				items: items.length
			}));
			const { name, items } = topic;
			return { name, items, counts: countsOf(topic), facts, ...testedOf(own) };
		}),
		gaps: GAP_KINDS.flatMap((kind) => {
			const own = found.gaps.filter((gap) => gap.kind === kind);
			const says = own.map((gap) => gap.says);
			return says.length === 0 ? [] : [{ name: GAP_NAMES[kind], says }];
		})
	};
}
