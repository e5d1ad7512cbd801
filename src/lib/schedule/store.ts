// What the schedule needs of storage. Implemented in `src/lib/storage`.
import type { Card } from './cards.js';

export interface ScheduleStore {
	/** How many cards are due on a day, counted by index and up to `cap`; cards that were left out do not count. */
	dueCount(today: string, cap: number): Promise<number>;
	/** Cards due on a day in the order of the queue: by rank, then the longest due first. */
	due(today: string, limit: number): Promise<readonly Card[]>;
	/** Every card. Its cost grows with the number of items that were ever answered: for the plan alone. */
	cards(): Promise<readonly Card[]>;
	/** Cards whose latest answer is dated after `now` (ms), as they were before such answers. */
	ahead(now: number, limit: number): Promise<Ahead>;
	/** Names the items that are in no bank any more, so that they are not counted as due. */
	leaveOut(items: readonly string[]): Promise<void>;
}

/** Answers from a time when the device's clock was ahead, or seen while it is behind. */
export interface Ahead {
	/** Items with such an answer. */
	readonly count: number;
	/** The latest time of an answer, ms. */
	readonly latest: number;
	/** Those items' cards without the answers dated after now; at most `limit`. */
	readonly cards: readonly Card[];
}
