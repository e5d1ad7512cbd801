// The evidence ledger: what each source says, what the literature says of it, and how it may be used in a question.
import * as v from 'valibot';
import { fault, under, type Fault } from '$lib/validation/fault';
import { parse, type Parsed } from '$lib/validation/parse';
import { danglingInPages } from './pages-check.js';

const id = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'an id of letters, digits and hyphens')
);
const text = v.pipe(v.string(), v.minLength(1, 'a text that is not empty'));

/** How a fact may be used. Facts for `distractor` and `appraisal` are never keyed as true. */
export const FACT_USES = ['key', 'key-with-qualifier', 'distractor', 'appraisal'] as const;
/** What standard literature says of a claim. */
const VERDICTS = ['agrees', 'simplification', 'disputed', 'outdated', 'wrong'] as const;

const topicSchema = v.strictObject({ id, name: text, kind: v.picklist(['clinical', 'appraisal']) });
const supportSchema = v.strictObject({ source: id, where: text });
const contradictionSchema = v.strictObject({ source: id, where: text, says: text });
const factSchema = v.strictObject({
	id,
	topic: id,
	statement: text,
	use: v.picklist(FACT_USES),
	verdict: v.picklist(VERDICTS),
	explanation: v.optional(text),
	/** `verified`: a cited item bears on the exact point; `partly`: indirectly; `unverified`: general reasoning only. */
	verification: v.picklist(['verified', 'partly', 'unverified']),
	supports: v.array(supportSchema),
	contradicts: v.array(contradictionSchema),
	citations: v.array(id)
});
const sourceSchema = v.strictObject({
	id,
	shortName: text,
	title: text,
	publisher: text,
	kind: text,
	reviewDate: v.nullable(text),
	reviewers: v.nullable(text),
	url: v.nullable(v.pipe(v.string(), v.startsWith('https://'))),
	references: v.array(text),
	reliability: text,
	reliabilityNote: text
});
const literatureSchema = v.strictObject({ key: id, citation: text, access: text });
const cellSchema = v.strictObject({
	text,
	sources: v.array(id),
	origin: v.picklist(['sources', 'sources+literature', 'literature-only'])
});
const entitySchema = v.strictObject({ id, name: text, cells: v.record(id, cellSchema) });
const conflictSchema = v.strictObject({
	id,
	kind: text,
	severity: text,
	sources: v.array(id),
	what: text,
	betterStatement: text,
	factIds: v.array(id)
});

/** The headings of a page about an entity, in their order. */
export const SECTIONS = ['what', 'who', 'where', 'look', 'course', 'tell', 'do', 'advice'] as const;
export type Section = (typeof SECTIONS)[number];
/** How soon a sign wants somebody's eye. */
const URGENCIES = ['same-day', 'soon', 'planned'] as const;

const ids = v.array(id);
const pageSchema = v.strictObject({
	entity: id,
	/** Topics to practise, the main one first. */
	topics: v.pipe(ids, v.minLength(1)),
	/** Entities that it is taken for, the likeliest first. */
	lookAlikes: ids,
	/** Facts under each heading. */
	facts: v.record(v.picklist(SECTIONS), ids),
	/** Claims about it that do not hold, or only with care. */
	wary: ids
});
const adviceSchema = v.strictObject({ when: v.picklist(URGENCIES), facts: ids });
const termSchema = v.strictObject({
	term: text,
	/** Other words for it. */
	also: v.optional(v.array(text)),
	definition: text,
	entity: v.optional(id),
	facts: v.optional(ids)
});

const FILES = {
	topics: v.strictObject({ format: v.literal('milium-topics/1'), topics: v.array(topicSchema) }),
	facts: v.strictObject({ format: v.literal('milium-facts/1'), facts: v.array(factSchema) }),
	sources: v.strictObject({
		format: v.literal('milium-sources/1'),
		sources: v.array(sourceSchema),
		literature: v.array(literatureSchema)
	}),
	differential: v.strictObject({
		format: v.literal('milium-differential/1'),
		features: v.array(id),
		entities: v.array(entitySchema)
	}),
	conflicts: v.strictObject({
		format: v.literal('milium-conflicts/1'),
		conflicts: v.array(conflictSchema)
	}),
	pages: v.strictObject({
		format: v.literal('milium-pages/1'),
		pages: v.array(pageSchema),
		advice: v.array(adviceSchema),
		/** Facts that hold for the whole table of advice, and claims against it. */
		adviceNotes: ids,
		adviceWary: ids
	}),
	glossary: v.strictObject({ format: v.literal('milium-glossary/1'), terms: v.array(termSchema) })
};

export type Topic = v.InferOutput<typeof topicSchema>;
export type Fact = v.InferOutput<typeof factSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Literature = v.InferOutput<typeof literatureSchema>;
export type Entity = v.InferOutput<typeof entitySchema>;
export type EntityPlan = v.InferOutput<typeof pageSchema>;
export type Advice = v.InferOutput<typeof adviceSchema>;
export type Term = v.InferOutput<typeof termSchema>;
export type Conflict = v.InferOutput<typeof conflictSchema>;

/** The parsed JSON of each file of `questions/evidence`, by name. */
export type LedgerFiles = Record<keyof typeof FILES, unknown>;

export interface Ledger {
	readonly topics: readonly Topic[];
	readonly facts: readonly Fact[];
	readonly sources: readonly Source[];
	readonly literature: readonly Literature[];
	readonly features: readonly string[];
	readonly entities: readonly Entity[];
	readonly conflicts: readonly Conflict[];
	/** What stands where on the learn pages. */
	readonly pages: {
		readonly entities: readonly EntityPlan[];
		readonly advice: readonly Advice[];
		readonly adviceNotes: readonly string[];
		readonly adviceWary: readonly string[];
	};
	readonly glossary: readonly Term[];
}

/** Reads the ledger; every fault of shape, and every id that names nothing. */
export function parseLedger(files: LedgerFiles): Parsed<Ledger> {
	const topics = parse(FILES.topics, files.topics);
	const facts = parse(FILES.facts, files.facts);
	const sources = parse(FILES.sources, files.sources);
	const differential = parse(FILES.differential, files.differential);
	const conflicts = parse(FILES.conflicts, files.conflicts);
	const pages = parse(FILES.pages, files.pages);
	const glossary = parse(FILES.glossary, files.glossary);
	if (
		topics.ok &&
		facts.ok &&
		sources.ok &&
		differential.ok &&
		conflicts.ok &&
		pages.ok &&
		glossary.ok
	) {
		const { format: _format, pages: entities, ...advice } = pages.value;
		const ledger: Ledger = {
			topics: topics.value.topics,
			facts: facts.value.facts,
			sources: sources.value.sources,
			literature: sources.value.literature,
			features: differential.value.features,
			entities: differential.value.entities,
			conflicts: conflicts.value.conflicts,
			pages: { entities, ...advice },
			glossary: glossary.value.terms
		};
		const dangling = [...danglingIds(ledger), ...danglingInPages(ledger)];
		return dangling.length > 0 ? { ok: false, faults: dangling } : { ok: true, value: ledger };
	}
	const named = { topics, facts, sources, differential, conflicts, pages, glossary };
	return {
		ok: false,
		faults: Object.entries(named).flatMap(([name, one]) => (one.ok ? [] : under(name, one.faults)))
	};
}

function danglingIds(ledger: Ledger): Fault[] {
	const topics = new Set(ledger.topics.map((one) => one.id));
	const sources = new Set(ledger.sources.map((one) => one.id));
	const literature = new Set(ledger.literature.map((one) => one.key));
	const facts = new Set(ledger.facts.map((one) => one.id));
	const faults: Fault[] = [];
	const need = (
		known: ReadonlySet<string>,
		name: string,
		keys: (string | number)[],
		what: string
	) => {
		if (!known.has(name)) faults.push(fault(keys, name, `the id of ${what}`, 'id.unknown'));
	};
	ledger.facts.forEach((one, index) => {
		need(topics, one.topic, ['facts', index, 'topic'], 'a topic');
		for (const { source } of [...one.supports, ...one.contradicts]) {
			need(sources, source, ['facts', index, 'supports'], 'a source');
		}
		for (const key of one.citations)
			need(literature, key, ['facts', index, 'citations'], 'a reference');
	});
	ledger.entities.forEach((one, index) => {
		for (const [feature, cell] of Object.entries(one.cells)) {
			need(new Set(ledger.features), feature, ['entities', index, 'cells'], 'a feature');
			for (const key of cell.sources) {
				if (!sources.has(key))
					need(literature, key, ['entities', index, 'cells', feature], 'a source or reference');
			}
		}
	});
	ledger.conflicts.forEach((one, index) => {
		for (const key of one.factIds) need(facts, key, ['conflicts', index, 'factIds'], 'a fact');
		for (const key of one.sources) need(sources, key, ['conflicts', index, 'sources'], 'a source');
	});
	return faults;
}
