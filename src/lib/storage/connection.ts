// The door to the database: opens it guarded, notices when it was emptied or taken over by newer code, and tries again when a
// browser drops the connection.
import type { MiliumDatabase } from './database.js';
import { Erased, isRetryable, NewerVersion, StoreLost, within } from './errors.js';
import { UnderWay } from './under-way.js';

/** Waits between tries. Three and no more: a tight loop of reopening makes a bad connection worse. */
const BACK_OFF_MS = [100, 400, 1600];
/** A request that has not been answered by now will not be: browsers have left some hanging. */
const OPERATION_MS = 8000;
const OPEN_MS = 8000;
const ATTEMPT_MS = 500;

export interface ConnectionParts {
	/** A new instance, not yet open. */
	make(): MiliumDatabase;
	/**
	 * Looks at a database that has just been opened, restores it where it was lost, and returns its generation. `before` is
	 * the generation that this tab saw last, if it has had the database open before.
	 */
	admit(db: MiliumDatabase, before: string | undefined): Promise<string>;
	/** Told when newer code takes the database over. */
	onnewer(): void;
	/** Told before the second and every further try. */
	onretry(error: unknown): void;
	readonly wait: (ms: number) => Promise<void>;
}

type Operation<T> = (db: MiliumDatabase, gen: string) => Promise<T>;

export class Connection {
	#parts: ConnectionParts;
	#db: MiliumDatabase | undefined;
	#gen: string | undefined;
	#opening: Promise<void> | undefined;
	#newer = false;
	#ended = false;
	#before: string | undefined;
	readonly #underWay = new UnderWay();
	/** Resolves when the page is shown again; undefined while it is shown. */
	#away: Promise<void> | undefined;
	#comeBack = () => {};

	constructor(parts: ConnectionParts) {
		this.#parts = parts;
	}

	/** Opens, with fewer tries than a save gets: where storage is forbidden the learner should not wait. */
	async open(): Promise<void> {
		await this.#trying(() => this.#ready(), BACK_OFF_MS.slice(0, 1));
	}

	/** Runs an idempotent operation on the open database, reopening it where the connection was lost. */
	run<T>(operation: Operation<T>, limitMs = OPERATION_MS): Promise<T> {
		return this.#trying(() => this.#once(operation, limitMs), BACK_OFF_MS);
	}

	/** Runs an operation that can be done without: one try, and no long wait. */
	async attempt<T>(operation: Operation<T>): Promise<T | undefined> {
		return this.#once(operation, ATTEMPT_MS).catch(() => undefined);
	}

	/** Reads in one transaction, after a look at the generation: an emptied database must not read as a new learner's. */
	read<T>(operation: (db: MiliumDatabase) => Promise<T>): Promise<T> {
		return this.run((db, gen) =>
			db.transaction('r', db.tables, async () => {
				await checkGeneration(db, gen);
				return operation(db);
			})
		);
	}

	/** The page is put away, to be shown again perhaps: what is under way is given up and begun anew after `back`, as is what comes. */
	leave(): void {
		this.#away ??= new Promise((resolve) => (this.#comeBack = resolve));
		this.#underWay.leave();
	}

	/** The page is shown again. */
	back(): void {
		this.#away = undefined;
		this.#underWay.back();
		this.#comeBack();
	}

	close(): void {
		this.#gen = undefined;
		this.#db?.close({ disableAutoOpen: true });
		this.#db = undefined;
	}

	/** Closes for good: everything was erased. */
	end(): void {
		this.#ended = true;
		this.close();
	}

	async #trying<T>(attempt: () => Promise<T>, waits: readonly number[]): Promise<T> {
		for (let tries = 0; ; tries += 1) {
			try {
				return await attempt();
			} catch (error) {
				const wait = waits[tries];
				const again = isRetryable(error) && wait !== undefined;
				// After a time-out too: what hangs is the connection, and the next operation gets a new one.
				if (isRetryable(error) || isTimeOut(error)) this.close();
				if (!again) throw error;
				if (tries > 0) this.#parts.onretry(error);
				await this.#parts.wait(wait);
			}
		}
	}

	async #once<T>(operation: Operation<T>, limitMs: number): Promise<T> {
		const [db, gen] = await this.#ready();
		return within(limitMs, 'The database', operation(db, gen));
	}

	async #ready(): Promise<[MiliumDatabase, string]> {
		await this.#away;
		if (this.#ended) throw new Erased('Everything was erased');
		if (this.#newer) throw new NewerVersion('Newer code has changed the schema');
		if (this.#db?.isOpen() !== true || this.#gen === undefined) {
			this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
			await this.#opening;
		}
		if (this.#db === undefined || this.#gen === undefined) {
			throw new StoreLost('The database was closed while it was being opened');
		}
		return [this.#db, this.#gen];
	}

	async #open(): Promise<void> {
		this.close();
		const db = this.#parts.make();
		this.#db = db;
		this.#underWay.follow(db);
		db.on('versionchange', (change) => {
			if (change.newVersion !== null) this.#refuse();
			// Without `false`, Dexie's own handler would let the old code open the new schema.
			if (this.#db === db) this.close();
			else db.close({ disableAutoOpen: true });
			return false;
		});
		try {
			await within(OPEN_MS, 'Opening the database', db.open());
			if (db.isNewerThanCode) {
				this.#refuse();
				throw new NewerVersion('The database has a newer schema than this code');
			}
			this.#gen = await this.#parts.admit(db, this.#before);
			this.#before = this.#gen;
		} catch (error) {
			db.close({ disableAutoOpen: true });
			throw error;
		}
	}

	#refuse(): void {
		this.#newer = true;
		this.#parts.onnewer();
	}
}

const isTimeOut = (error: unknown) => error instanceof Error && error.name === 'TimedOut';

/** Throws unless the database is the one that was admitted. For use inside a transaction. */
export async function checkGeneration(db: MiliumDatabase, gen: string): Promise<void> {
	const row = await db.meta.get('gen');
	if (row?.value !== gen) throw new StoreLost('The generation of the database has changed');
}
