// What the learn pages name, held against the rest of the ledger.
import { fault, type Fault } from '$lib/validation/fault';
import type { Ledger } from './ledger.js';

type Keys = readonly (string | number)[];

/**
 * Ids of the pages and the glossary that name nothing, entities without a page, and facts in the wrong place: what may not
 * be keyed as true never stands as a fact, and what may is no claim to be wary of.
 */
export function danglingInPages(ledger: Ledger): Fault[] {
	const facts = new Map(ledger.facts.map((one) => [one.id, one.use]));
	const entities = new Set(ledger.entities.map((one) => one.id));
	const topics = new Set(ledger.topics.map((one) => one.id));
	const faults: Fault[] = [];
	const need = (known: ReadonlySet<string>, names: readonly string[], keys: Keys, what: string) => {
		for (const name of names) {
			if (!known.has(name)) faults.push(fault([...keys], name, `the id of ${what}`, 'id.unknown'));
		}
	};
	const needFacts = (names: readonly string[], keys: Keys, keyable: boolean) => {
		for (const name of names) {
			const use = facts.get(name);
			const fits = use !== undefined && (use === 'key' || use === 'key-with-qualifier') === keyable;
			const what = keyable
				? 'the id of a fact that may be keyed as true'
				: 'the id of a claim that may not be keyed as true';
			if (!fits) faults.push(fault([...keys], name, what, 'id.unknown'));
		}
	};
	const { pages } = ledger;
	pages.entities.forEach((page, at) => {
		const keys = ['pages', at];
		need(entities, [page.entity, ...page.lookAlikes], keys, 'an entity');
		need(topics, page.topics, [...keys, 'topics'], 'a topic');
		for (const [section, names] of Object.entries(page.facts))
			needFacts(names, [...keys, 'facts', section], true);
		needFacts(page.wary, [...keys, 'wary'], false);
	});
	const planned = new Set(pages.entities.map((one) => one.entity));
	for (const one of entities) {
		if (!planned.has(one)) faults.push(fault(['pages'], one, 'a page for it', 'id.unknown'));
	}
	pages.advice.forEach((one, at) => needFacts(one.facts, ['advice', at], true));
	needFacts(pages.adviceNotes, ['adviceNotes'], true);
	needFacts(pages.adviceWary, ['adviceWary'], false);
	ledger.glossary.forEach((one, at) => {
		need(entities, one.entity === undefined ? [] : [one.entity], ['terms', at], 'an entity');
		needFacts(one.facts ?? [], ['terms', at, 'facts'], true);
	});
	return faults;
}
