// How an attempt went, scored from its responses on the spot.
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/registry';
import type { SessionState } from '$lib/session/state';

/** One question of an attempt with what was answered to it. */
export interface Scored {
	readonly index: number;
	readonly item: HashedItem;
	readonly response: unknown;
	readonly points: number;
	readonly max: number;
}

/** Every question of an attempt, scored; those of study that were never checked are left out. */
export function scored(session: SessionState, items: readonly HashedItem[]): Scored[] {
	return items.flatMap((item, index) => {
		const answer = session.answers.get(index);
		if (session.plan.mode === 'study' && answer === undefined) return [];
		const type = itemTypeOf(item);
		const raw = answer?.response ?? session.drafts.get(index)?.response;
		const { response } = type.readResponse(item, raw);
		const { points, max } = type.score(item, response);
		return [{ index, item, response, points, max }];
	});
}
