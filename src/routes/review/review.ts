// What the page Review reads, and how a review begins.
import { itemBrief } from '$lib/banks/brief';
import type { BankBrief } from '$lib/banks/catalogue';
import type { Candidate } from '$lib/session/sampling';
import { localDay, type Plan as SessionPlan } from '$lib/session/events';
import { firstSightChance, type PlanTopic } from '$lib/schedule/plan';
import { queueOf, type Queue } from '$lib/schedule/queue';
import type { Card } from '$lib/schedule/cards';
import type { Ahead } from '$lib/schedule/store';
import { keyParts } from '$lib/progress/rollups';
import type { Storage } from '$lib/storage';
import type { App } from '../app.svelte.js';
import { bankBriefs, candidatesOf } from '../library.js';
import { begin } from '../session/open.js';

/** Cards that one queue holds at most. */
const QUEUE_MOST = 500;
const DAY_MS = 86_400_000;

/** The learner's calendar day. */
const todayOf = (app: App) => localDay({ at: app.now(), tz: app.timeZone() });

/** Everything the page shows. */
export interface Review {
	readonly storage: Storage;
	readonly today: string;
	readonly queue: Queue;
	readonly ahead: Ahead;
	/** Cards of questions that some bank still holds. */
	readonly cards: readonly Card[];
	readonly topics: readonly PlanTopic[];
}

/** What is due now, held against every bank. */
export async function dueNow(app: App, storage: Storage) {
	const today = todayOf(app);
	// An answer may come from a device whose clock is a little ahead; a day is more than that.
	const [due, ahead, briefs] = await Promise.all([
		storage.due(today, QUEUE_MOST),
		storage.ahead(app.now() + DAY_MS, QUEUE_MOST),
		bankBriefs(storage)
	]);
	const cards = [...due, ...ahead.cards.filter((one) => one.due <= today)];
	const listed = candidatesOf(briefs);
	const queue = queueOf(cards, [...listed, ...(await unlisted(storage, briefs, listed, cards))]);
	return { today, ahead, briefs, queue };
}

/** The questions of cards whose banks are too large to be listed. */
async function unlisted(
	storage: Storage,
	briefs: readonly BankBrief[],
	listed: readonly Candidate[],
	cards: readonly Card[]
): Promise<Candidate[]> {
	const known = new Set(listed.map((one) => one.id));
	const found = briefs
		.filter((one) => one.kinds !== undefined)
		.map(async ({ id }) => {
			const wanted = cards.filter((one) => one.bank === id && !known.has(one.item));
			const items = await storage.itemsById(
				id,
				wanted.map((one) => one.item)
			);
			return items.map((item) => ({ ...itemBrief(item), bank: id }));
		});
	return (await Promise.all(found)).flat();
}

/** Reads everything, and notes which cards have no question any more, so that the home page does not count them. */
export async function readReview(app: App): Promise<Review> {
	const storage = await app.storage();
	const [{ today, ahead, briefs, queue }, cards, totals] = await Promise.all([
		dueNow(app, storage),
		storage.cards(),
		storage.totals('topic')
	]);
	const gone = goneAmong(cards, briefs, queue);
	await storage.leaveOut([...gone]);
	const kept = cards.filter((one) => !gone.has(one.item));
	const chances = new Map(
		totals.map((sum) => [
			keyParts(sum.key)[0] ?? '',
			firstSightChance(sum.firstCorrect, sum.firstN)
		])
	);
	return { storage, today, queue, ahead, cards: kept, topics: topicsOf(briefs, kept, chances) };
}

/** Items in no bank. Of a bank too large to be listed only those that are due are looked up; the others count as there. */
function goneAmong(
	cards: readonly Card[],
	briefs: readonly BankBrief[],
	queue: Queue
): ReadonlySet<string> {
	const listed = new Set(candidatesOf(briefs).map((one) => one.id));
	const large = new Set(briefs.filter((one) => one.kinds !== undefined).map((one) => one.id));
	const missing = cards.filter((one) => !listed.has(one.item) && !large.has(one.bank));
	return new Set([...queue.gone, ...missing.map((one) => one.item)]);
}

function topicsOf(
	briefs: readonly BankBrief[],
	cards: readonly Card[],
	chances: ReadonlyMap<string, number>
): PlanTopic[] {
	const seen = new Map(cards.map((one) => [one.item, one]));
	const unseen = new Map<string, number>();
	const count = (topic = '', by = 1) => unseen.set(topic, (unseen.get(topic) ?? 0) + by);
	for (const card of cards) count(card.topics[0], 0);
	const counted = new Set<string>();
	for (const one of candidatesOf(briefs)) {
		count(one.topics[0], seen.has(one.id) || counted.has(one.id) ? 0 : 1);
		counted.add(one.id);
	}
	for (const { id, kinds = [] } of briefs) {
		for (const kind of kinds) count(kind.topics[0], kind.count);
		if (kinds.length === 0) continue;
		// Their seen ones are counted among the kinds too.
		for (const card of cards)
			if (card.bank === id && !counted.has(card.item)) count(card.topics[0], -1);
	}
	return [...unseen].map(([id, many]) => ({
		id,
		unseen: Math.max(0, many),
		firstSight: chances.get(id) ?? firstSightChance(0, 0)
	}));
}

/** Begins a review of the first `count` questions of a queue; the id of its session, or what went wrong. */
export function startReview(app: App, queue: Queue, count: number) {
	const plan: SessionPlan = {
		mode: 'study',
		seed: app.seed(),
		confidence: app.settings.askConfidence,
		items: queue.refs.slice(0, count).map((one) => ({ ...one }))
	};
	return begin(app, plan);
}
