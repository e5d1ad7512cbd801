// Makes storage calls fail: the k-th one, or every one from the k-th on.
import type { Dexie, DBCoreTable } from 'dexie';

export const ERRORS = [
	'QuotaExceededError',
	'UnknownError',
	'InvalidStateError',
	'AbortError'
] as const;

/** A full disk reaches Dexie's users as an `AbortError` around the reason; the others arrive as they are. */
function errorOf(name: string): Error {
	const error = new DOMException(`${name} on purpose`, name);
	if (name !== 'QuotaExceededError') return error;
	return Object.assign(new DOMException('Transaction aborted', 'AbortError'), { inner: error });
}

/** Counts the calls to the database and fails those it is told to. */
export class Faults {
	calls = 0;
	failed = 0;
	#from = Infinity;
	#to = Infinity;
	#error = '';

	/** From now on the `first`-th call fails, and those after it up to the `last`-th. */
	arm(error: string, first: number, last: number): void {
		this.calls = 0;
		this.failed = 0;
		this.#error = error;
		this.#from = first;
		this.#to = last;
	}

	disarm(): void {
		this.#from = Infinity;
	}

	/** For `Device.prepare`. */
	readonly install = (db: Dexie): void => {
		db.use({
			stack: 'dbcore',
			name: 'faults',
			create: (core) => ({ ...core, table: (name) => this.#wrap(core.table(name)) })
		});
	};

	#wrap(table: DBCoreTable): DBCoreTable {
		const guarded =
			<A, R>(call: (argument: A) => Promise<R>) =>
			(argument: A): Promise<R> => {
				this.calls += 1;
				if (this.calls < this.#from || this.calls > this.#to) return call(argument);
				this.failed += 1;
				return Promise.reject(errorOf(this.#error));
			};
		return {
			...table,
			mutate: guarded(table.mutate),
			get: guarded(table.get),
			getMany: guarded(table.getMany),
			query: guarded(table.query),
			openCursor: guarded(table.openCursor),
			count: guarded(table.count)
		};
	}
}
