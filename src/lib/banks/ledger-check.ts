import type { Ledger } from '$lib/evidence/ledger';
import { itemTypeOf } from '$lib/items/registry';
import { fault, type Fault } from '$lib/validation/fault';
import type { Bank } from './bank.js';

/** What a bank says of topics, facts and diagnoses, held against the ledger: every id must exist. */
export function checkAgainstLedger(bank: Bank, ledger: Ledger): Fault[] {
	const topics = new Set(ledger.topics.map((one) => one.id));
	const facts = new Map(ledger.facts.map((one) => [one.id, one]));
	const entities = new Set(ledger.entities.map((one) => one.id));
	const faults: Fault[] = [];
	const checkTopics = (list: readonly string[], keys: readonly (string | number)[]) => {
		list.forEach((topic, at) => {
			if (!topics.has(topic))
				faults.push(fault([...keys, 'topics', at], topic, 'the id of a topic', 'id.unknown'));
		});
	};
	bank.cases?.forEach((one, index) => checkTopics(one.topics, ['cases', index]));
	bank.items.forEach((item, index) => {
		checkTopics(item.topics, ['items', index]);
		item.facts.forEach((id, at) => {
			if (!facts.has(id))
				faults.push(
					fault(
						['items', index, 'facts', at],
						id,
						'the id of a fact in the evidence ledger',
						'id.unknown'
					)
				);
		});
		const type = itemTypeOf(item);
		for (const choice of type.choices(item, type.emptyResponse(item))) {
			if (choice.entity !== undefined && !entities.has(choice.entity)) {
				faults.push(
					fault(
						['items', index, 'options', choice.option, 'entity'],
						choice.entity,
						'the id of an entity of the differential',
						'id.unknown'
					)
				);
			}
		}
	});
	return faults;
}
