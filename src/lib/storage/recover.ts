// Looks at a database that has just been opened, before anything is read from it: is it the one we know, and does it hold
// everything that the journals hold?
import type { HashedItem } from '$lib/banks/catalogue';
import { answersIn } from '$lib/session/events';
import { commit } from './commit.js';
import type { MiliumDatabase } from './database.js';
import { byId } from './derive.js';
import { within } from './errors.js';
import { decodeLines } from './journal-lines.js';
import type { Journal, Source } from './journal.js';
import { LOCAL_KEYS, type LocalStore } from './local.js';
import { locked } from './locks.js';

/** What was found and done at the start. */
export interface Recovery {
	/** The database had been lost. */
	readonly lost: boolean;
	/** Answers that the database lacked and a journal held. */
	readonly restored: number;
	/** Lines of journals that could not be read. */
	readonly damaged: number;
	/** Texts of journals that could not be opened; they are left for the next start. */
	readonly unread: number;
}

export interface RecoveryParts {
	readonly journal: Journal;
	readonly local: LocalStore;
	readonly locks: LockManager | undefined;
	readonly newGeneration: () => string;
	/** The generation that this tab saw last, if it has had the database open before. */
	readonly before: string | undefined;
}

/** A database that does not answer its first question by now counts as one that cannot be opened. */
const ANSWER_MS = 8000;
/** Events in one transaction; a long one would hold up other tabs. */
const CHUNK = 500;
/**
 * Files of closed tabs that stay where they are, so that the next start compares them again: what a crash tears off the end of
 * the database was written by the tabs that wrote last.
 */
const KEPT = 2;
/** Another tab may be restoring, or be frozen while it does. Everything here may safely be done twice. */
const LOCK_MS = 15_000;
const LOCK = 'milium-recover';

/** Checks the sentinel, restores what is missing and returns the generation of the database. */
export function admit(
	db: MiliumDatabase,
	parts: RecoveryParts,
	report: (recovery: Recovery) => void
): Promise<string> {
	return underRecovery(parts.locks, async () => {
		const { local, journal, before } = parts;
		const known = (await within(ANSWER_MS, 'The database', db.meta.get('gen')))?.value;
		// Another tab may have made it anew already, and may not have been able to read the journal of this one.
		const replaced = before !== undefined && before !== known;
		const scope = known === undefined || replaced ? 'all' : 'dead';
		const { lines, ...recovery } = await restore(db, known, journal, scope);
		const gen = known ?? (await newGeneration(db, parts.newGeneration()));
		const remembered = replaced || local.get(LOCAL_KEYS.gen) !== undefined;
		if (local.get(LOCAL_KEYS.gen) !== gen) local.set(LOCAL_KEYS.gen, gen);
		// A second copy that can be read no more than the database is a sign of it too.
		const copied = lines + recovery.damaged + recovery.unread > 0;
		const lost = known === undefined && (remembered || copied);
		if (lost || replaced) await journal.restart();
		report({ ...recovery, lost });
		return gen;
	});
}

/** Works while no other window restores, or drops, the database. */
export const underRecovery = <T>(locks: LockManager | undefined, work: () => Promise<T>) =>
	locked(locks, LOCK, LOCK_MS, work);

/** Adds everything from the journals, archive included, that the database lacks. */
export function restoreAll(
	db: MiliumDatabase,
	gen: string,
	{ locks, journal }: Pick<RecoveryParts, 'locks' | 'journal'>
): Promise<number> {
	return underRecovery(locks, async () => (await restore(db, gen, journal, 'all')).restored);
}

async function restore(
	db: MiliumDatabase,
	gen: string | undefined,
	journal: Journal,
	scope: 'dead' | 'all'
): Promise<Omit<Recovery, 'lost'> & { lines: number }> {
	let lines = 0;
	let unread = 0;
	let restored = 0;
	let damaged = 0;
	const complete: string[] = [];
	for (const source of await journal.sources(scope)) {
		const text = await textOf(source);
		// A living tab holds its own, and brings it back itself.
		if (text === undefined && source.from !== 'live') unread += 1;
		const read = decodeLines(text ?? '');
		const missing = await addMissing(db, gen, read.events, read.contents);
		lines += read.events.length;
		restored += missing.answers;
		damaged += read.damaged;
		if (source.from === 'dead' && text !== undefined)
			complete.push(...(missing.events === 0 ? [source.name] : []));
	}
	if (gen !== undefined) await journal.archive(complete.slice(0, -KEPT));
	return { lines, restored, damaged, unread };
}

/** A source that cannot be read, because its tab has just closed or begun, is left for the next start. */
const textOf = (source: Source) => source.read().catch(() => undefined);

async function addMissing(
	db: MiliumDatabase,
	gen: string | undefined,
	events: ReturnType<typeof decodeLines>['events'],
	contents: readonly HashedItem[]
): Promise<{ events: number; answers: number }> {
	const all = byId(events);
	const total = { events: 0, answers: 0 };
	let items = await missingItems(db, contents);
	for (let at = 0; at < all.length || items.length > 0; at += CHUNK) {
		const chunk = all.slice(at, at + CHUNK);
		const there = await db.events.bulkGet(chunk.map((one) => one.id));
		const missing = chunk.filter((_, index) => there[index] === undefined);
		if (missing.length > 0 || items.length > 0) {
			const { added } = await commit(db, gen, { events: missing, contents: items }, new Map());
			total.events += added.length;
			total.answers += added.reduce((sum, one) => sum + answersIn(one).length, 0);
		}
		items = [];
	}
	return total;
}

async function missingItems(db: MiliumDatabase, contents: readonly HashedItem[]) {
	if (contents.length === 0) return [];
	const there = await db.contents.bulkGet(contents.map((one) => one.hash));
	return contents.filter((_, index) => there[index] === undefined);
}

/** Gives the database a generation, or takes the one that another tab gave it in this moment. */
async function newGeneration(db: MiliumDatabase, value: string): Promise<string> {
	return db.transaction('rw', db.meta, async () => {
		const there = await db.meta.get('gen');
		if (there !== undefined) return there.value;
		await db.meta.add({ key: 'gen', value });
		return value;
	});
}
