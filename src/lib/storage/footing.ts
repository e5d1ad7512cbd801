// What the store works on: the database, or memory where there is none; and the way back to the database.
import type { StorageProblem } from '$lib/session/store';
import type { Backend } from './backend.js';
import { buildAnew, carryOver, type BuiltAnew } from './build-anew.js';
import type { Connection } from './connection.js';
import type { Platform } from './database.js';
import { inMemory } from './in-memory.js';
import type { LocalStore } from './local.js';
import { kindOf } from './messages.js';
import { PROBLEMS } from './problems.js';
import type { Reports } from './reports.js';
import type { StatusHolder } from './status.js';

interface FootingParts {
	readonly connection: Connection;
	readonly database: Backend;
	readonly platform: Platform;
	readonly local: LocalStore;
	readonly locks: LockManager | undefined;
	readonly channel: BroadcastChannel | undefined;
	readonly status: StatusHolder;
	readonly reports: Reports;
}

export class Footing {
	#parts: FootingParts;
	#memory: Backend | undefined;

	constructor(parts: FootingParts) {
		this.#parts = parts;
		parts.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (kindOf(data) === 'built-anew') void this.#follow();
		});
	}

	get backend(): Backend {
		return this.#memory ?? this.#parts.database;
	}

	/** Works from memory, for the reason given. */
	fallBack(reason: StorageProblem): void {
		this.#memory = inMemory();
		const unreadable = reason === PROBLEMS.unavailableJournal;
		this.#parts.status.set({ mode: 'memory', ...(unreadable && { unreadable }) });
		this.#parts.status.setLasting(reason);
	}

	/** Builds the database anew and works on it from then on. */
	readonly buildAnew = async (): Promise<BuiltAnew> => {
		const { reports, status, channel } = this.#parts;
		const done = await reports.aside((found) => buildAnew({ ...this.#parts, found }));
		if (done.kind === 'failed') status.setProblem(undefined);
		else {
			await this.#return();
			channel?.postMessage({ kind: 'built-anew' });
		}
		return done;
	};

	/** Another window has built the database anew. */
	async #follow(): Promise<void> {
		if (this.#memory === undefined) return;
		// Where it cannot be opened from here, this window goes on as it is: the journal keeps what is answered.
		await this.#parts.connection.open().then(
			() => this.#return(),
			() => undefined
		);
	}

	async #return(): Promise<void> {
		const { status, database } = this.#parts;
		const memory = this.#memory;
		this.#memory = undefined;
		// What cannot be carried over now is in the journal, and comes with the next start.
		if (memory !== undefined) await carryOver(memory, database).catch(() => undefined);
		status.set({ mode: 'database', unreadable: false });
		status.settle(PROBLEMS.unavailableJournal);
	}
}
