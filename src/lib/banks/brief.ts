import type { BankBrief, CompiledBank } from './catalogue.js';

/** A bank in brief: what listing it and drawing from it need. */
export function briefOf(bank: CompiledBank): BankBrief {
	return {
		id: bank.id,
		version: bank.version,
		title: bank.title,
		description: bank.description,
		items: bank.items.map((item) => ({
			id: item.id,
			hash: item.hash,
			type: item.type,
			topics: item.topics,
			difficulty: item.difficulty,
			...(item.step !== undefined && { step: item.step }),
			...(item.unfolding !== undefined && {
				case: { id: item.unfolding.case, step: item.unfolding.step }
			})
		})),
		cases: (bank.cases ?? []).map(({ id, title, summary }) => ({ id, title, summary }))
	};
}
