// Fills the database of the app with answers, through the app's own schema and the app's own functions for what is derived. Row by
// row, a million answers would take an hour; here each table gets its rows in bulk, and the sums are kept in memory meanwhile.
import { mergeRecords, recordsOf, type ItemRecord } from '$lib/progress/item-record';
import { add, rollUp, type Rollup } from '$lib/progress/rollups';
import { cardsOf } from '$lib/schedule/cards';
import type { Answer, SessionEvent } from '$lib/session/events';
import { uuidv7 } from '$lib/session/uuid';
import { MiliumDatabase } from '$lib/storage/database';
import { attemptsOf, foldAll, sessionRow } from '$lib/storage/derive';
import { DERIVATION } from '$lib/storage/rebuild';

const DAY = 86_400_000;
/** All answers lie within so many days, however many there are. */
const DAYS = 170;
const SESSION = 20;
/** Sessions stored in one transaction. */
const BATCH = 100;
const TOPICS = [
	'neonatal-milia',
	'primary-milia',
	'secondary-milia',
	'milia-en-plaque',
	'milia-vs-baby-acne'
];
const TYPES = [
	'multiple-choice',
	'multiple-response-sata',
	'bow-tie',
	'matrix-multiple-choice'
] as const;
const ENTITIES = ['neonatal-milia', 'neonatal-acne', 'erythema-toxicum', 'miliaria-crystallina'];
const ITEMS = 300;

let bytes = 1;
const random = (length: number) =>
	Uint8Array.from({ length }, () => (bytes = (bytes * 48_271) % 0x7fff_ffff) & 0xff);

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function answer(n: number, at: number): Answer {
	const item = (n * 7) % ITEMS;
	const right = n % 3 !== 0;
	return {
		id: uuidv7(at, random),
		ref: { bank: 'bench', item: `bench-${item}`, hash: `bench-hash-${item}` },
		index: n % SESSION,
		type: pick(TYPES, item),
		topics: [pick(TOPICS, item)],
		difficulty: pick(['easy', 'medium', 'hard'] as const, item),
		mode: 'study',
		response: { choice: right ? 'a' : 'b' },
		points: right ? 1 : 0,
		max: 1,
		activeMs: 20_000,
		first: n < ITEMS,
		confidence: pick(['guess', 'unsure', 'fairly-sure', 'certain'] as const, n),
		pairs: [[pick(ENTITIES, item), pick(ENTITIES, right ? item : item + 1)]]
	};
}

/** One session of `SESSION` answers that begins at `at`. */
function session(number: number, at: number): SessionEvent[] {
	const id = uuidv7(at, random);
	const answers = Array.from({ length: SESSION }, (_, index) =>
		answer(number * SESSION + index, at + 1000 * (index + 1))
	);
	const event = (after: number) => ({
		id: uuidv7(at + after, random),
		session: id,
		at: at + after,
		tz: 0
	});
	const items = answers.map((one) => one.ref);
	return [
		{
			...event(0),
			kind: 'started',
			plan: { mode: 'study', seed: number, items, confidence: true }
		},
		...answers.map((one, index): SessionEvent => ({
			...event(1000 * (index + 1)),
			kind: 'checked',
			answer: one
		})),
		{ ...event(60_000), kind: 'finished', reason: 'learner', answers: [] }
	];
}

async function fill(count: number, now: number): Promise<number> {
	const db = new MiliumDatabase();
	await db.open();
	const sessions = Math.ceil(count / SESSION);
	const first = now - DAYS * DAY;
	const sums = new Map<string, Rollup>();
	const records = new Map<string, ItemRecord>();
	let latest: SessionEvent[] = [];
	for (let number = 0; number < sessions; number += BATCH) {
		const all = Array.from({ length: Math.min(BATCH, sessions - number) }, (_, index) =>
			session(number + index, first + Math.floor(((number + index) / sessions) * (DAYS - 1) * DAY))
		);
		latest = all.flat();
		for (const [key, sum] of rollUp(latest)) {
			const before = sums.get(key);
			sums.set(key, before === undefined ? sum : add(before, sum));
		}
		for (const [key, record] of recordsOf(latest)) {
			const before = records.get(key);
			records.set(key, before === undefined ? record : mergeRecords(before, record));
		}
		const events = latest;
		await db.transaction('rw', [db.events, db.attempts, db.sessions], async () => {
			await db.events.bulkAdd(events);
			await db.attempts.bulkAdd(events.flatMap(attemptsOf));
			await db.sessions.bulkPut(all.flatMap((one) => sessionRow(foldAll(one)) ?? []));
		});
	}
	await db.rollups.bulkPut([...sums.values()]);
	await db.items.bulkPut([...records.values()]);
	await db.cards.bulkPut([...cardsOf(latest, 0.9).values()]);
	// What is derived is there: the app need not make it anew.
	await db.meta.put({ key: 'derived', value: DERIVATION });
	const total = await db.attempts.count();
	db.close();
	return total;
}

Object.assign(globalThis, { fill });
