// What can go wrong below, told apart by name, and the words it becomes.
import type { StorageProblem } from '$lib/session/store';
import { PROBLEMS } from './problems.js';

/** The database is not the one that was opened: it was emptied or made anew under us. */
export class StoreLost extends Error {
	override readonly name = 'StoreLost';
}

/** Newer code has changed the schema; this code must not write into it. */
export class NewerVersion extends Error {
	override readonly name = 'NewerVersion';
}

/** Everything was erased; this window must not write it anew. */
export class Erased extends Error {
	override readonly name = 'Erased';
}

/** Something did not answer in time. */
export class TimedOut extends Error {
	override readonly name = 'TimedOut';
}

/** What a read of the store rejects with: the problem in words, the error as cause. */
export class StorageFailure extends Error {
	override readonly name = 'StorageFailure';
	readonly problem: StorageProblem;

	constructor(problem: StorageProblem, cause: unknown) {
		super(problem.happened, { cause });
		this.problem = problem;
	}
}

/**
 * The error at the bottom. Dexie wraps: a full disk arrives as `AbortError` whose `inner` is `QuotaExceededError`, a
 * failed bulk write as `BulkError` with a list.
 */
export function rootCause(error: unknown): unknown {
	let at = error;
	for (let depth = 0; depth < 10; depth += 1) {
		const below = field(at, 'inner') ?? firstFailure(at);
		if (below === undefined || below === null || below === at) return at;
		at = below;
	}
	return at;
}

function firstFailure(error: unknown): unknown {
	const failures = field(error, 'failures');
	return Array.isArray(failures) ? (failures[0] as unknown) : undefined;
}

function field(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? (Reflect.get(value, key) as unknown)
		: undefined;
}

/** Name of the error at the bottom, `''` where it has none. */
export function causeName(error: unknown): string {
	const name = field(rootCause(error), 'name');
	return typeof name === 'string' ? name : '';
}

// `AbortError` with nothing below it: the browser has ended the transaction of its own accord, as when the origin's data
// are deleted in the middle of it.
const LOST_CONNECTION = new Set([
	'AbortError',
	'DatabaseClosedError',
	'InvalidStateError',
	'UnknownError'
]);

/** Whether opening the database again may help. */
export function isRetryable(error: unknown): boolean {
	const name = causeName(error);
	return LOST_CONNECTION.has(name) || name === 'StoreLost';
}

/** The problem that an error is, in words for the learner. */
export function problemOf(error: unknown): StorageProblem {
	const name = causeName(error);
	if (name === 'QuotaExceededError') return PROBLEMS.full;
	if (name === 'NewerVersion' || name === 'VersionError') return PROBLEMS.newerVersion;
	if (name === 'StoreLost') return PROBLEMS.lost;
	if (name === 'Erased') return PROBLEMS.erased;
	if (name === 'TimedOut' || LOST_CONNECTION.has(name)) return PROBLEMS.lostConnection;
	return PROBLEMS.unknown;
}

/** The promise, or a rejection with `TimedOut` once `ms` have passed. */
export function within<T>(ms: number, what: string, promise: PromiseLike<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() => reject(new TimedOut(`${what} did not answer within ${ms} ms`)),
			ms
		);
		const settle = () => clearTimeout(timer);
		promise.then(
			(value) => {
				settle();
				resolve(value);
			},
			(error: unknown) => {
				settle();
				reject(error instanceof Error ? error : new Error(String(error), { cause: error }));
			}
		);
	});
}
