// Cards: what is known of the memory of each item, made from the answers to it. Answers count in the order of their time, so
// that two tabs, a recovered journal and a restored backup give the same card in whatever order they bring the answers.
//
// Days are the learner's own calendar days, stored with each answer: a card is due from midnight where the learner is, and
// neither a change of the time zone nor summer time moves it.
import { addDays, daysBetween } from '$lib/progress/accuracy';
import { answersIn, localDay, type Answer, type SessionEvent } from '$lib/session/events';
import { intervalOf, nextMemory, type Memory } from './memory.js';
import { rankOf, ratingOf, wasAsked, type Rank } from './rating.js';

/** An answer with its time, as a row of the log's attempts has it. */
export type Review = Answer & { readonly at: number; readonly day: string };

/** The card of an item. Derived from the log, but for `due`, which follows from the desired retention too. */
export interface Card extends Memory {
	readonly item: string;
	/** Bank, wording and topics as of the latest answer. */
	readonly bank: string;
	readonly hash: string;
	readonly topics: readonly string[];
	/** Calendar day from which it is due. */
	readonly due: string;
	readonly rank: Rank;
	/** Time of the latest answer in ms, its id, and its calendar day. */
	readonly last: number;
	readonly lastAttempt: string;
	readonly day: string;
	/** Answers, and those among them rated *again* after the first. */
	readonly reps: number;
	readonly lapses: number;
}

/** The reviews that an event brings. */
export function reviewsIn(event: SessionEvent): Review[] {
	const day = localDay(event);
	return answersIn(event).map((answer) => ({ ...answer, at: event.at, day }));
}

/** Earlier first; of two at the same moment, those of one exam, the one with the lower id. */
export function byTime(a: Review, b: Review): number {
	return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Whether a review comes after everything that a card was made from. */
export function isAfter(review: Review, card: Card): boolean {
	return review.at > card.last || (review.at === card.last && review.id > card.lastAttempt);
}

/** The day from which a memory is due, at a desired retention (0.80 to 0.97). */
export function dueDay(card: Memory & Pick<Card, 'day'>, retention: number): string {
	return addDays(card.day, intervalOf(card, retention));
}

/** The card after one more review, which must come after those before; the same card where nothing was asked. */
export function advance(
	card: Card | undefined,
	review: Review,
	retention: number
): Card | undefined {
	if (!wasAsked(review)) return card;
	const rating = ratingOf(review);
	// Flying west, or a clock set back, can give a later answer an earlier day.
	const day = card === undefined || review.day > card.day ? review.day : card.day;
	const memory = nextMemory(card, card === undefined ? 0 : daysBetween(card.day, day), rating);
	const lapsed = card !== undefined && rating === 'again';
	return {
		item: review.ref.item,
		bank: review.ref.bank,
		hash: review.ref.hash,
		topics: review.topics,
		...memory,
		due: dueDay({ ...memory, day }, retention),
		rank: rankOf(review),
		last: review.at,
		lastAttempt: review.id,
		day,
		reps: (card?.reps ?? 0) + 1,
		lapses: (card?.lapses ?? 0) + (lapsed ? 1 : 0)
	};
}

/** The card of one item from all reviews of it, in any order; undefined where none was asked. */
export function cardOf(reviews: readonly Review[], retention: number): Card | undefined {
	return [...reviews]
		.sort(byTime)
		.reduce<Card | undefined>((card, one) => advance(card, one, retention), undefined);
}

/** The cards of a whole log, by item. */
export function cardsOf(events: Iterable<SessionEvent>, retention: number): Map<string, Card> {
	const reviews = new Map<string, Review[]>();
	for (const event of events) {
		for (const one of reviewsIn(event)) {
			const group = reviews.get(one.ref.item);
			if (group === undefined) reviews.set(one.ref.item, [one]);
			else group.push(one);
		}
	}
	const cards = new Map<string, Card>();
	for (const [item, all] of reviews) {
		const card = cardOf(all, retention);
		if (card !== undefined) cards.set(item, card);
	}
	return cards;
}
