// What the page Review reads, and how a review begins.
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
export const todayOf = (app: App) => localDay({ at: app.now(), tz: app.timeZone() });

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

/** What is due now, and every question there is. */
export async function dueNow(app: App, storage: Storage) {
	const today = todayOf(app);
	// An answer may come from a device whose clock is a little ahead; a day is more than that.
	const [due, ahead, briefs] = await Promise.all([
		storage.due(today, QUEUE_MOST),
		storage.ahead(app.now() + DAY_MS, QUEUE_MOST),
		bankBriefs(storage)
	]);
	const candidates = candidatesOf(briefs);
	const late = ahead.cards.filter((one) => one.due <= today);
	return { today, ahead, candidates, queue: queueOf([...due, ...late], candidates) };
}

/** Reads everything, and notes which cards have no question any more, so that the home page does not count them. */
export async function readReview(app: App): Promise<Review> {
	const storage = await app.storage();
	const [{ today, ahead, candidates, queue }, cards, totals] = await Promise.all([
		dueNow(app, storage),
		storage.cards(),
		storage.totals('topic')
	]);
	const there = new Set(candidates.map((one) => one.id));
	await storage.leaveOut(cards.map((one) => one.item).filter((one) => !there.has(one)));
	const kept = cards.filter((one) => there.has(one.item));
	const chances = new Map(
		totals.map((sum) => [
			keyParts(sum.key)[0] ?? '',
			firstSightChance(sum.firstCorrect, sum.firstN)
		])
	);
	return { storage, today, queue, ahead, cards: kept, topics: topicsOf(candidates, kept, chances) };
}

function topicsOf(
	candidates: readonly Candidate[],
	cards: readonly Card[],
	chances: ReadonlyMap<string, number>
): PlanTopic[] {
	const seen = new Set(cards.map((one) => one.item));
	const unseen = new Map<string, number>();
	for (const card of cards) unseen.set(card.topics[0] ?? '', 0);
	for (const id of new Set(candidates.map((one) => one.topics[0] ?? ''))) unseen.set(id, 0);
	const counted = new Set<string>();
	for (const one of candidates) {
		if (seen.has(one.id) || counted.has(one.id)) continue;
		counted.add(one.id);
		const topic = one.topics[0] ?? '';
		unseen.set(topic, (unseen.get(topic) ?? 0) + 1);
	}
	return [...unseen].map(([id, count]) => ({
		id,
		unseen: count,
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
