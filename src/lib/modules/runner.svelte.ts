// An attempt at a module on screen: a session whose time is kept as `timing.ts` says and logged, and which tells nothing at its
// end that its educator keeps back.
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/loaded';
import type { Confidence, SessionEvent } from '$lib/session/events';
import { shuffleFor } from '$lib/session/random';
import type { Ground, Surroundings } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import type { SessionState } from '$lib/session/state';
import { BEAT_MS, resumedTiming, type ClockMark } from './clock-log.js';
import { goOn, leftMs, seen, type Timing } from './timing.js';

/** An attempt as it is stored: its state, its items as asked, what the clocks did in earlier visits. */
export interface StoredAttempt {
	readonly state: SessionState;
	readonly items: readonly HashedItem[];
	readonly marks: readonly ClockMark[];
}

export class ModuleRunner extends SessionRunner {
	#around: Surroundings;
	#store: Ground['store'];
	#asked: readonly HashedItem[];
	#timing: Timing;
	/** Entries of the timing that are in the log, and how much time had passed then. */
	#logged: number;
	#noted = 0;

	constructor({ state, items, marks }: StoredAttempt, ground: Ground, around: Surroundings) {
		super(state, items, Promise.resolve(ground), around);
		this.#around = around;
		this.#store = ground.store;
		this.#asked = items;
		this.#timing = resumedTiming(state.startedAt, marks, this.#reading());
		this.#logged = marks.reduce((sum, one) => sum + one.entries.length, 0);
		void this.#note();
	}

	override itemAt(index: number): HashedItem | undefined {
		const seed = this.plan.module?.optionSeed;
		const item = this.#asked[index];
		if (seed === undefined || item === undefined) return super.itemAt(index);
		if (seed === null) return item;
		return itemTypeOf(item).arrange(item, shuffleFor(seed, item.id)) as HashedItem;
	}

	override remaining(): number | undefined {
		this.#look();
		return leftMs(this.#timing, this.plan.timeLimitS);
	}

	override respond(response: unknown): void {
		this.#look();
		super.respond(response);
	}

	override sure(confidence: Confidence): void {
		this.#look();
		super.sure(confidence);
	}

	override shown(visible: boolean): void {
		super.shown(visible);
		this.#timing = seen(this.#timing, this.#reading(), visible);
		void this.#note();
	}

	override async finish(reason: 'learner' | 'time'): Promise<boolean> {
		this.#look();
		await this.#note();
		if (this.plan.module?.unscored !== true) return super.finish(reason);
		this.storeDraft();
		await this.flush();
		if (this.saving === 'failed') return false;
		// Nothing is scored here, so that neither results nor progress tell what is not to be known yet.
		const finished = { ...this.#envelope(), kind: 'finished' as const, reason, answers: [] };
		const saved = await this.#store.append(finished);
		if (saved.ok) this.takeIn([...(await this.#store.events(this.state.id)).events, finished]);
		return saved.ok;
	}

	#reading() {
		return { wall: this.#around.now(), mono: this.#around.monotonic() };
	}

	/** Time goes on; what happened to it is noted at once, that the page is open now and then. */
	#look(): void {
		this.#timing = goOn(this.#timing, this.#reading());
		const { entries, elapsedMs } = this.#timing;
		if (entries.length > this.#logged || elapsedMs - this.#noted >= BEAT_MS) void this.#note();
	}

	/** Stored beside what the learner does; an attempt goes on where it cannot be. */
	async #note(): Promise<void> {
		const { entries, elapsedMs } = this.#timing;
		if (this.state.finished !== undefined) return;
		const fresh = entries.slice(this.#logged);
		[this.#logged, this.#noted] = [entries.length, elapsedMs];
		const mark = { kind: 'clock' as const, elapsed: elapsedMs, entries: fresh };
		await this.#store.append({ ...this.#envelope(), ...mark }).catch(() => undefined);
	}

	#envelope(): Pick<SessionEvent, 'id' | 'session' | 'at' | 'tz'> {
		const { newId, now, timeZone } = this.#around;
		return { id: newId(), session: this.state.id, at: now(), tz: timeZone() };
	}
}
