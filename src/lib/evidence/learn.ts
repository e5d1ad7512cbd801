// What the learn pages show, made from the ledger when the app is built: each page carries its own part and no more.
import { decidingFeature } from './compare.js';
import { featureName } from './features.js';
import {
	SECTIONS,
	type Conflict,
	type Fact,
	type Ledger,
	type Section,
	type Term
} from './ledger.js';

/** An entity by its name. */
export interface Named {
	readonly id: string;
	readonly name: string;
}

/** A fact as a page shows it. Numbers are places in the page's list of references, from 1. */
export interface ShownFact {
	readonly id: string;
	readonly statement: string;
	readonly verdict: Fact['verdict'];
	readonly explanation?: string;
	readonly supports: readonly string[];
	/** Who says otherwise, and what. */
	readonly contradicts: readonly { readonly source: string; readonly says: string }[];
	readonly references: readonly number[];
}

/** A cell of the differential as a page shows it. */
export interface ShownCell {
	readonly feature: string;
	readonly name: string;
	readonly text: string;
	readonly references: readonly number[];
}

/** How one look-alike is told apart. */
export interface Contrast extends Named {
	/** The feature that decides, and what it is here and there. */
	readonly feature: string;
	readonly featureName: string;
	readonly here: string;
	readonly there: string;
}

/** The page about an entity. */
export interface EntityPage extends Named {
	readonly topics: readonly string[];
	readonly sections: readonly {
		readonly id: Section;
		readonly cells: readonly ShownCell[];
		readonly facts: readonly ShownFact[];
	}[];
	readonly contrasts: readonly Contrast[];
	readonly wary: readonly ShownFact[];
	/** Full references, in the order of their numbers. */
	readonly references: readonly string[];
}

/** The differential with its references. */
export interface Differential {
	readonly features: readonly string[];
	readonly entities: readonly {
		readonly id: string;
		readonly name: string;
		readonly cells: Readonly<
			Record<string, { readonly text: string; readonly sources: readonly string[] }>
		>;
	}[];
	/** Full references by id. */
	readonly references: Readonly<Record<string, string>>;
}

/** A place where sources disagree, or where one of them is not right. */
export interface Disagreement extends Pick<Conflict, 'id' | 'kind' | 'severity' | 'what'> {
	readonly sources: readonly string[];
	readonly better: string;
	readonly facts: readonly ShownFact[];
}

/** Features shown under each heading. */
const CELLS: Readonly<Record<Section, readonly string[]>> = {
	what: ['cause', 'follicular'],
	who: ['age'],
	where: ['distribution'],
	look: ['size', 'colour', 'surface', 'inflammation', 'symptoms'],
	course: ['onset', 'course'],
	tell: ['diagnosisClue'],
	do: ['management'],
	advice: []
};

/** When a source was reviewed, in words; plain dates in the sources are month/day/year. */
function reviewed(date: string | null): string {
	if (date === null) return 'no date';
	const [, month, day, year] = /^(\d+)\/(\d+)\/(\d{4})$/.exec(date) ?? [];
	if (month === undefined || day === undefined || year === undefined) return date;
	return `reviewed ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The full reference of every source and piece of literature, by id. */
function referencesOf({ sources, literature }: Ledger): Map<string, string> {
	return new Map([
		...sources.map(({ id, title, publisher, reviewDate, url }): [string, string] => {
			const sentence = /[.?!]$/.test(title) ? title : `${title}.`;
			const where = url === null ? '' : ` ${url}`;
			return [id, `${sentence} ${publisher}; ${reviewed(reviewDate)}.${where}`];
		}),
		...literature.map(({ key, citation }): [string, string] => [key, citation])
	]);
}

/** Gives references their numbers in the order in which a page needs them. */
class Numbering {
	readonly #numbers = new Map<string, number>();
	readonly #texts: ReadonlyMap<string, string>;
	constructor(texts: ReadonlyMap<string, string>) {
		this.#texts = texts;
	}
	of(ids: readonly string[]): number[] {
		const numbers = [...new Set(ids)].map((id) => {
			const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
			this.#numbers.set(id, number);
			return number;
		});
		return numbers.sort((a, b) => a - b);
	}
	get list(): string[] {
		return [...this.#numbers.keys()].map((id) => this.#texts.get(id) ?? id);
	}
}

/** Shows facts of a ledger; `numbers` counts the references of the page they stand on. */
function shower(ledger: Ledger, numbers: Numbering): (ids: readonly string[]) => ShownFact[] {
	const facts = new Map(ledger.facts.map((one) => [one.id, one]));
	const names = new Map(ledger.sources.map((one) => [one.id, one.shortName]));
	const name = (id: string) => names.get(id) ?? id;
	const show = ({ id, statement, verdict, explanation, ...fact }: Fact): ShownFact => ({
		id,
		statement,
		verdict,
		...(explanation !== undefined && { explanation }),
		supports: [...new Set(fact.supports.map(({ source }) => name(source)))],
		contradicts: fact.contradicts.map(({ source, says }) => ({ source: name(source), says })),
		references: numbers.of(fact.citations)
	});
	return (ids) =>
		ids.flatMap((id) => {
			const fact = facts.get(id);
			return fact === undefined ? [] : [show(fact)];
		});
}

/** The page about each entity, in the order of the differential. */
export function entityPages(ledger: Ledger): EntityPage[] {
	const entities = new Map(ledger.entities.map((one) => [one.id, one]));
	const texts = referencesOf(ledger);
	return ledger.pages.entities.flatMap((plan) => {
		const entity = entities.get(plan.entity);
		if (entity === undefined) return [];
		const numbers = new Numbering(texts);
		const show = shower(ledger, numbers);
		const sections = SECTIONS.map((id) => ({
			id,
			cells: CELLS[id].flatMap((feature): ShownCell[] => {
				const cell = entity.cells[feature];
				if (cell === undefined) return [];
				const references = numbers.of(cell.sources);
				return [{ feature, name: featureName(feature), text: cell.text, references }];
			}),
			facts: show(plan.facts[id] ?? [])
		}));
		const contrasts = plan.lookAlikes.flatMap((id): Contrast[] => {
			const other = entities.get(id);
			const feature = other && decidingFeature(ledger.features, entity, other);
			const here = feature === undefined ? undefined : entity.cells[feature]?.text;
			const there = feature === undefined ? undefined : other?.cells[feature]?.text;
			if (other === undefined || feature === undefined || here === undefined) return [];
			if (there === undefined) return [];
			return [{ id, name: other.name, feature, featureName: featureName(feature), here, there }];
		});
		const wary = show(plan.wary);
		const { id, name } = entity;
		const { topics } = plan;
		return [{ id, name, topics, sections, contrasts, wary, references: numbers.list }];
	});
}

/** The differential, with the references its cells name. */
export function differentialOf(ledger: Ledger): Differential {
	const texts = referencesOf(ledger);
	const used = new Set(
		ledger.entities.flatMap((one) => Object.values(one.cells).flatMap((cell) => cell.sources))
	);
	return {
		features: ledger.features,
		entities: ledger.entities.map(({ id, name, cells }) => ({
			id,
			name,
			cells: Object.fromEntries(
				Object.entries(cells).map(([feature, { text, sources }]) => [feature, { text, sources }])
			)
		})),
		references: Object.fromEntries([...used].map((id) => [id, texts.get(id) ?? id]))
	};
}

/** Facts shown together with the references they name. */
export interface Shown<T> {
	readonly list: T;
	readonly references: readonly string[];
}

/** Every conflict of the ledger, safety first, then by severity as the ledger has them. */
export function disagreementsOf(ledger: Ledger): Shown<Disagreement[]> {
	const numbers = new Numbering(referencesOf(ledger));
	const show = shower(ledger, numbers);
	const names = new Map(ledger.sources.map((one) => [one.id, one.shortName]));
	const rank = ['safety', 'high', 'medium', 'low'];
	const list = ledger.conflicts
		.toSorted((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity))
		.map(({ id, kind, severity, what, betterStatement, sources, factIds }) => ({
			id,
			kind,
			severity,
			what,
			better: betterStatement,
			sources: sources.map((one) => names.get(one) ?? one),
			facts: show(factIds)
		}));
	return { list, references: numbers.list };
}

/** When to seek advice: signs by how soon they want somebody's eye. */
export interface AdvicePage {
	readonly groups: readonly { readonly when: string; readonly facts: readonly ShownFact[] }[];
	readonly notes: readonly ShownFact[];
	readonly wary: readonly ShownFact[];
}

/** The table of advice with its references. */
export function adviceOf(ledger: Ledger): Shown<AdvicePage> {
	const numbers = new Numbering(referencesOf(ledger));
	const show = shower(ledger, numbers);
	const { advice, adviceNotes, adviceWary } = ledger.pages;
	const groups = advice.map(({ when, facts }) => ({ when, facts: show(facts) }));
	const list = { groups, notes: show(adviceNotes), wary: show(adviceWary) };
	return { list, references: numbers.list };
}

/** A term of the glossary with what stands behind it. */
export interface ShownTerm extends Omit<Term, 'facts'> {
	readonly facts: readonly ShownFact[];
}

/** The glossary with its references. */
export function glossaryOf(ledger: Ledger): Shown<ShownTerm[]> {
	const numbers = new Numbering(referencesOf(ledger));
	const show = shower(ledger, numbers);
	const list = ledger.glossary.map((one) => ({ ...one, facts: show(one.facts ?? []) }));
	return { list, references: numbers.list };
}

/** The feature that decides between every two entities, small enough to come with the feedback on an answer. */
export interface Deciders {
	readonly entities: readonly Named[];
	readonly features: readonly Named[];
	/** For entities i < j the place of their feature in `features`, row by row. */
	readonly pairs: readonly number[];
}

/** Decides every pair. */
export function decidersOf({ features, entities }: Ledger): Deciders {
	return {
		entities: entities.map(({ id, name }) => ({ id, name })),
		features: features.map((id) => ({ id, name: featureName(id) })),
		pairs: entities.flatMap((a, at) =>
			entities
				.slice(at + 1)
				.map((b) => features.indexOf(decidingFeature(features, a, b) ?? 'diagnosisClue'))
		)
	};
}
