// The states in which the gallery shows an item.
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import type { ViewMode } from '$lib/items/view';
import { responsesTo } from './responses.js';

export const STATES = [
	{ id: 'empty', name: 'Empty', mode: 'answer' },
	{ id: 'answered', name: 'Answered', mode: 'answer' },
	{ id: 'right', name: 'Checked, right', mode: 'review' },
	{ id: 'partly', name: 'Checked, partly right', mode: 'review' },
	{ id: 'wrong', name: 'Checked, wrong', mode: 'review' },
	{ id: 'review', name: 'Review, not answered', mode: 'review' },
	{ id: 'disabled', name: 'Disabled', mode: 'disabled' }
] as const satisfies readonly { id: string; name: string; mode: ViewMode }[];

export type State = (typeof STATES)[number];

/** The response that a state shows; undefined for a partly right one where the item gives all or nothing. */
export function responseIn(state: State, item: BaseItem): unknown {
	const { right, partly, wrong } = responsesTo(item);
	const empty = itemTypeOf(item).emptyResponse(item);
	const responses: Readonly<Record<State['id'], unknown>> = {
		empty,
		answered: partly ?? wrong,
		right,
		partly,
		wrong,
		review: empty,
		disabled: right
	};
	return responses[state.id];
}
