// Cards as commit and the schedule need them. They are derived from the log; what is due follows from the desired retention too,
// so a change of that setting moves every due day.
import {
	byTime,
	cardOf,
	dueDay,
	isAfter,
	advance,
	type Card,
	type Review
} from '$lib/schedule/cards';
import type { ScheduleStore } from '$lib/schedule/store';
import type { Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';
import { retentionFrom } from './settings.js';

/** Carries cards on by new reviews; `stale` names the items of which a review came before one already counted. */
export function cardsAfter(
	reviews: ReadonlyMap<string, readonly Review[]>,
	before: readonly Card[],
	retention: number
): { readonly cards: readonly Card[]; readonly stale: readonly string[] } {
	const old = new Map(before.map((one) => [one.item, one]));
	const cards: Card[] = [];
	const stale: string[] = [];
	for (const [item, added] of reviews) {
		let card = old.get(item);
		const sorted = [...added].sort(byTime);
		const first = sorted[0];
		if (card !== undefined && first !== undefined && !isAfter(first, card)) {
			stale.push(item);
			continue;
		}
		for (const one of sorted) card = advance(card, one, retention);
		if (card !== undefined) cards.push(card);
	}
	return { cards, stale };
}

/** The cards of items from all their attempts. For use inside a transaction. */
export async function cardsFromLog(
	db: MiliumDatabase,
	items: readonly string[],
	retention: number
): Promise<Card[]> {
	if (items.length === 0) return [];
	const attempts = await db.attempts.where('ref.item').anyOf(items).toArray();
	return items.flatMap(
		(item) =>
			cardOf(
				attempts.filter((one) => one.ref.item === item),
				retention
			) ?? []
	);
}

/** Moves the due day of every card to a new desired retention. For use inside a transaction. */
export async function moveDue(db: MiliumDatabase, retention: number): Promise<void> {
	await db.cards.toCollection().modify((card, row) => {
		row.value = { ...card, due: dueDay(card, retention) };
	});
}

/** Key of the setting that names the items in no bank; it is no setting of the learner's. */
const LEFT_OUT = 'leftOut';
const MIN = '';

/** The schedule on the database. */
export function scheduleIn(connection: Connection): ScheduleStore {
	return {
		dueCount: (today, cap) =>
			connection.read(async (db) => {
				const out = await leftOut(db);
				const hidden = (await db.cards.bulkGet([...out])).filter(
					(card) => card !== undefined && card.due <= today
				).length;
				// Keys, not `count()`: that goes through every card that is due, whatever the limit.
				const all = await db.cards
					.where('due')
					.belowOrEqual(today)
					.limit(cap + hidden)
					.primaryKeys();
				return all.length - hidden;
			}),

		due: (today, limit) =>
			connection.read(async (db) => {
				const queue: Card[] = [];
				for (const rank of [0, 1, 2]) {
					if (queue.length >= limit) break;
					queue.push(
						...(await db.cards
							.where('[rank+due]')
							.between([rank, MIN], [rank, today], true, true)
							.limit(limit - queue.length)
							.toArray())
					);
				}
				return queue;
			}),

		cards: () => connection.read((db) => db.cards.toArray()),

		ahead: (now, limit) =>
			connection.read(async (db) => {
				const later = () => db.cards.where('last').above(now);
				const [count, latest, items, wish] = await Promise.all([
					later().count(),
					db.cards.orderBy('last').last(),
					later().limit(limit).primaryKeys(),
					db.settings.get('retention')
				]);
				const attempts =
					items.length === 0 ? [] : await db.attempts.where('ref.item').anyOf(items).toArray();
				const before = attempts.filter((one) => one.at <= now);
				const cards = items.flatMap(
					(item) =>
						cardOf(
							before.filter((one) => one.ref.item === item),
							retentionFrom(wish)
						) ?? []
				);
				return { count, latest: latest?.last ?? 0, cards };
			}),

		leaveOut: (items) =>
			connection.run(async (db) => {
				await db.settings.put({ key: LEFT_OUT, value: [...items] });
			})
	};
}

async function leftOut(db: MiliumDatabase): Promise<ReadonlySet<string>> {
	const row = await db.settings.get(LEFT_OUT);
	const value: unknown = row?.value;
	return new Set(Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
}
