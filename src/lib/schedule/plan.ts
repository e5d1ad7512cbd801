// The plan up to an exam date: what each day brings, what will be known on the day, and what does not fit. It plays the days to
// come through with FSRS, seeded, so that the same wishes give the same plan.
import { daysBetween } from '$lib/progress/accuracy';
import { rngFor, type Rng } from '$lib/session/random';
import type { Card } from './cards.js';
import { intervalOf, nextMemory, recallAfter, type Memory } from './memory.js';

/** A topic as the plan needs it. */
export interface PlanTopic {
	readonly id: string;
	/** Questions of the topic that were never answered. */
	readonly unseen: number;
	/** Chance of answering one of them with full points at first sight, 0 to 1. */
	readonly firstSight: number;
}

export interface PlanInput {
	/** Calendar days; the exam itself is no study day. */
	readonly today: string;
	readonly exam: string;
	/** Questions a day, 1 or more. */
	readonly perDay: number;
	/** Desired retention, 0.80 to 0.97. */
	readonly retention: number;
	readonly cards: readonly Card[];
	readonly topics: readonly PlanTopic[];
}

export interface PlanDay {
	readonly reviews: number;
	readonly fresh: number;
}

/** What is expected of a topic: the share of its questions answered rightly, seen or not, 0 to 1. */
export interface Forecast {
	readonly topic: string;
	readonly questions: number;
	readonly now: number;
	/** On the day of the exam, without any further study. */
	readonly without: number;
	/** On the day of the exam, with the plan. */
	readonly planned: number;
	/** What the plan has no time for: questions never seen, and reviews that are due. */
	readonly unseenLeft: number;
	readonly reviewsLeft: number;
}

export interface Plan {
	/** From today to the day before the exam; at most a year of them. */
	readonly days: readonly PlanDay[];
	readonly byTopic: readonly Forecast[];
	readonly all: Omit<Forecast, 'topic'>;
	/** Whether everything is seen once, and no review is left over. */
	readonly fits: boolean;
}

/** A plan looks no further ahead, in days. */
export const FURTHEST = 365;
/** Cards that a plan plays; of more, those that are due first. */
export const MOST_CARDS = 2000;
/** Runs whose mean is the forecast; one where there are many cards, whose chances even out by themselves. */
const RUNS = 4;
const MANY = 500;
const SEED = 20_261_122;

/** A question while the days are played through. Days count from today. */
interface Played {
	readonly topic: number;
	memory: Memory;
	day: number;
	due: number;
	/** Whether the latest answer, real or played, was wrong. */
	missed: boolean;
}

/** How many days there are to study, today included; 0 where the exam is today or over. */
export function studyDays(today: string, exam: string): number {
	return Math.min(FURTHEST, Math.max(0, daysBetween(today, exam)));
}

/** The plan; the mean of several runs. */
export function planOf(input: PlanInput): Plan {
	const start = startOf(input);
	const runs = Array.from({ length: start.length > MANY ? 1 : RUNS }, (_, run) =>
		play(input, start, rngFor(SEED, `run ${run}`))
	);
	return summary(input, start, runs);
}

/**
 * About the fewest questions a day with which everything fits, to a tenth, or undefined where not even `most` do. Days are played
 * once for each try, since playing a year of many cards takes its time.
 */
export function perDayToFit(input: PlanInput, most: number): number | undefined {
	const start = startOf(input);
	const fits = (perDay: number) =>
		leftOver(play({ ...input, perDay }, start, rngFor(SEED, 'run 0'))) === 0;
	let low = 0;
	let high = Math.min(most, input.perDay);
	while (!fits(high)) {
		if (high === most) return undefined;
		low = high;
		high = Math.min(most, high * 2);
	}
	while (high - low > Math.max(1, high / 10)) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(middle)) high = middle;
		else low = middle;
	}
	return high;
}

function startOf({ today, cards, topics }: PlanInput): readonly Played[] {
	const index = new Map(topics.map((one, at) => [one.id, at]));
	return [...cards]
		.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
		.slice(0, MOST_CARDS)
		.flatMap((card): Played[] => {
			const topic = index.get(card.topics[0] ?? '');
			if (topic === undefined) return [];
			// A day after today, by a flight or a clock that was ahead, counts as today.
			const day = Math.min(0, daysBetween(today, card.day));
			const memory = { stability: card.stability, difficulty: card.difficulty };
			return [{ topic, memory, day, due: daysBetween(today, card.due), missed: card.rank < 2 }];
		});
}

interface Run {
	readonly days: PlanDay[];
	readonly played: readonly Played[];
	/** Questions never seen, and reviews due, that are left at the end, by topic. */
	readonly unseen: number[];
	readonly due: number[];
}

const leftOver = (run: Run) => [...run.unseen, ...run.due].reduce((sum, n) => sum + n, 0);

/**
 * Plays the days. Each day brings the reviews that are due, missed ones first and then those most at risk on the day of the
 * exam; what is left of the day goes to questions never seen, topics with the lowest chance at first sight first. On the last
 * day what is still left goes to what is most at risk, due or not.
 */
function play(input: PlanInput, start: readonly Played[], rng: Rng): Run {
	const length = studyDays(input.today, input.exam);
	const played = start.map((one) => ({ ...one }));
	const unseen = input.topics.map((one) => one.unseen);
	const order = [...input.topics.keys()].sort(
		(a, b) => (input.topics[a]?.firstSight ?? 0) - (input.topics[b]?.firstSight ?? 0)
	);
	const days: PlanDay[] = [];
	const answer = (one: Played, day: number) => {
		const right = rng(10_000) < 10_000 * recallAfter(one.memory, day - one.day);
		one.memory = nextMemory(one.memory, day - one.day, right ? 'good' : 'again');
		one.day = day;
		one.due = day + intervalOf(one.memory, input.retention);
		one.missed = !right;
	};
	const riskiest = (ones: Played[], many: number) =>
		ones.length <= many
			? ones
			: ones
					.map((one) => ({ one, known: recallAfter(one.memory, length - one.day) }))
					.sort((a, b) => Number(b.one.missed) - Number(a.one.missed) || a.known - b.known)
					.slice(0, many)
					.map(({ one }) => one);
	for (let day = 0; day < length; day += 1) {
		const reviews = riskiest(
			played.filter((one) => one.due <= day),
			input.perDay
		);
		for (const one of reviews) answer(one, day);
		let left = input.perDay - reviews.length;
		let fresh = 0;
		for (const topic of order) {
			const many = Math.min(left, unseen[topic] ?? 0);
			unseen[topic] = (unseen[topic] ?? 0) - many;
			left -= many;
			fresh += many;
			for (let count = 0; count < many; count += 1) {
				const right = rng(10_000) < 10_000 * (input.topics[topic]?.firstSight ?? 0);
				const memory = nextMemory(undefined, 0, right ? 'good' : 'again');
				const due = day + intervalOf(memory, input.retention);
				played.push({ topic, memory, day, due, missed: !right });
			}
		}
		const last =
			day < length - 1
				? []
				: riskiest(
						played.filter((one) => one.day < day),
						left
					);
		for (const one of last) answer(one, day);
		days.push({ reviews: reviews.length + last.length, fresh });
	}
	const due = input.topics.map(() => 0);
	for (const one of played) {
		if (one.due < length) due[one.topic] = (due[one.topic] ?? 0) + 1;
	}
	return { days, played, unseen, due };
}

function summary(input: PlanInput, start: readonly Played[], runs: readonly Run[]): Plan {
	const length = studyDays(input.today, input.exam);
	const mean = (of: (run: Run) => number) =>
		runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
	const byTopic = input.topics.map((topic, at): Forecast => {
		const mine = start.filter((one) => one.topic === at);
		const recallOn = (ones: readonly Played[], day: number) =>
			ones.reduce(
				(sum, one) => sum + (one.topic === at ? recallAfter(one.memory, day - one.day) : 0),
				0
			);
		const questions = mine.length + topic.unseen;
		const share = (known: number, unseen: number) =>
			questions === 0 ? 0 : (known + unseen * topic.firstSight) / questions;
		return {
			topic: topic.id,
			questions,
			now: share(recallOn(mine, 0), topic.unseen),
			without: share(recallOn(mine, length), topic.unseen),
			planned: mean((run) => share(recallOn(run.played, length), run.unseen[at] ?? 0)),
			unseenLeft: Math.round(mean((run) => run.unseen[at] ?? 0)),
			reviewsLeft: Math.round(mean((run) => run.due[at] ?? 0))
		};
	});
	const days = Array.from({ length }, (_, day) => ({
		reviews: Math.round(mean((run) => run.days[day]?.reviews ?? 0)),
		fresh: Math.round(mean((run) => run.days[day]?.fresh ?? 0))
	}));
	const all = total(byTopic);
	return { days, byTopic, all, fits: all.unseenLeft + all.reviewsLeft === 0 };
}

function total(rows: readonly Forecast[]): Omit<Forecast, 'topic'> {
	const sum = (of: (row: Forecast) => number) => rows.reduce((all, row) => all + of(row), 0);
	const questions = sum((row) => row.questions);
	const weighted = (of: (row: Forecast) => number) =>
		questions === 0 ? 0 : sum((row) => of(row) * row.questions) / questions;
	return {
		questions,
		now: weighted((row) => row.now),
		without: weighted((row) => row.without),
		planned: weighted((row) => row.planned),
		unseenLeft: sum((row) => row.unseenLeft),
		reviewsLeft: sum((row) => row.reviewsLeft)
	};
}

/**
 * The chance of full points at first sight from so many tries: (right + 1) / (tries + 2), Laplace's rule, so that few tries
 * say little and none say one half.
 */
export function firstSightChance(correct: number, n: number): number {
	return (correct + 1) / (n + 2);
}

/** How many cards become due on each of the next days, from today on; what is overdue falls on today. */
export function comingUp(
	cards: readonly Pick<Card, 'due'>[],
	today: string,
	days: number
): number[] {
	const counts = Array.from({ length: days }, () => 0);
	for (const { due } of cards) {
		const day = Math.max(0, daysBetween(today, due));
		if (day < days) counts[day] = (counts[day] ?? 0) + 1;
	}
	return counts;
}
