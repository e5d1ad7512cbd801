import type { Fact, Ledger } from './ledger.js';

/** Whose word stands behind a fact, in a form short enough to travel with the app. */
export interface Citation {
	readonly statement: string;
	readonly verdict: Fact['verdict'];
	readonly explanation?: string;
	/** Sources that say it and sources that say otherwise, by short name. */
	readonly supports: readonly string[];
	readonly contradicts: readonly string[];
	/** Full references from the literature. */
	readonly literature: readonly string[];
}

/** The citations of the named facts, by fact id. */
export function citationsOf(
	ledger: Ledger,
	factIds: ReadonlySet<string>
): Record<string, Citation> {
	const names = new Map(ledger.sources.map((one) => [one.id, one.shortName]));
	const references = new Map(ledger.literature.map((one) => [one.key, one.citation]));
	const unique = (list: readonly (string | undefined)[]) => [
		...new Set(list.filter((one): one is string => one !== undefined))
	];
	return Object.fromEntries(
		ledger.facts
			.filter((one) => factIds.has(one.id))
			.map((one): [string, Citation] => [
				one.id,
				{
					statement: one.statement,
					verdict: one.verdict,
					...(one.explanation !== undefined && { explanation: one.explanation }),
					supports: unique(one.supports.map(({ source }) => names.get(source))),
					contradicts: unique(one.contradicts.map(({ source }) => names.get(source))),
					literature: unique(one.citations.map((key) => references.get(key)))
				}
			])
	);
}
