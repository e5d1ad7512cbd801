// Events on their way into the store: one after the other, in the order in which they happened, each kept until it is stored.
import type { HashedItem } from '$lib/banks/catalogue';
import type { SessionEvent } from './events.js';
import type { SessionStore, StorageProblem } from './store.js';

/** Where storage, or the other questions of a quick start, cannot be had at all. */
const NO_STORE: StorageProblem = {
	code: 'unavailable',
	happened: 'Milium could not open its storage or fetch the other questions.',
	safe: 'What was saved before is untouched. What you answer now is on this page only.',
	next: 'Check the connection, then reload the page.'
};

interface Entry {
	readonly event: SessionEvent;
	readonly contents?: readonly HashedItem[];
}

export class Outbox {
	problem = $state.raw<StorageProblem | undefined>();
	#waiting: readonly Entry[] = $state.raw([]);
	#flushing: Promise<void> | undefined = $state.raw();
	#stored = $state(false);
	#store: Promise<SessionStore>;
	#painted: (() => Promise<void>) | undefined;
	#pausing = false;

	/** `painted` resolves once what an event changes is on screen; without it nothing waits for that. */
	constructor(store: Promise<SessionStore>, painted?: () => Promise<void>) {
		this.#store = store;
		this.#painted = painted;
		store.catch(() => {
			this.problem = NO_STORE;
		});
	}

	get empty(): boolean {
		return this.#waiting.length === 0;
	}
	/** Whether anything has been stored. */
	get stored(): boolean {
		return this.#stored;
	}
	/** Whether storing has stopped at a problem, until the next event or `flush`. */
	get stuck(): boolean {
		return this.problem !== undefined && this.#flushing === undefined;
	}

	add(event: SessionEvent): void {
		this.#waiting = [...this.#waiting, { event }];
		void this.#soon();
	}

	/** Puts the event that starts a session before those that did not wait for it. */
	addStart(event: SessionEvent, contents: readonly HashedItem[]): void {
		this.#waiting = [{ event, contents }, ...this.#waiting];
		void this.flush();
	}

	/** Tries to store what waits; resolves when all is stored or one event could not be. */
	flush(): Promise<void> {
		return (this.#flushing ??= this.#drain());
	}

	/** Stores what waits after its effect has been painted: what a learner sees of an answer must not wait for the database. */
	async #soon(): Promise<void> {
		if (this.#pausing || this.#flushing !== undefined) return;
		this.#pausing = true;
		await this.#painted?.();
		this.#pausing = false;
		if (!this.empty) await this.flush();
	}

	async #drain(): Promise<void> {
		try {
			const store = await this.#store;
			for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
				const saved = await store.append(next.event, next.contents);
				if (!saved.ok) {
					this.problem = saved.problem;
					return;
				}
				this.#waiting = this.#waiting.slice(1);
				this.#stored = true;
			}
			this.problem = undefined;
		} catch {
			this.problem = NO_STORE;
		} finally {
			// In the same turn as the last look at what waits, so that no event slips in between.
			this.#flushing = undefined;
		}
	}
}
