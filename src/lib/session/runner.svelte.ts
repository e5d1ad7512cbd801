// A session on screen: turns what the learner does into events, shows their effect at once and says when they are saved.
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/registry';
import { makeAnswer } from './answer.js';
import { remainingMs, type ClockReading } from './clock.js';
import type { Confidence, Plan, SessionEvent } from './events.js';
import { shuffleFor } from './random.js';
import type { History } from './sampling.js';
import { apply, type Draft, type SessionState } from './state.js';
import type { SessionStore, StorageProblem } from './store.js';

/** Time and ids, from outside. */
export interface Surroundings {
	readonly now: () => number;
	readonly monotonic: () => number;
	readonly timeZone: () => number;
	readonly newId: () => string;
}

/** What a session runs on once storage has been opened. */
export interface Ground {
	readonly store: SessionStore;
	/** The plan as stored; a quick start learns it only here. */
	readonly plan: Plan;
	readonly items: readonly HashedItem[];
	readonly history: History;
	/** Event that starts the session, where it is not stored yet. */
	readonly start?: { readonly event: SessionEvent; readonly contents: readonly HashedItem[] };
}

export type SaveState = 'nothing' | 'saving' | 'saved' | 'failed';

type Body = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'id' | 'session' | 'at' | 'tz'> : never) : never;

/** A pause in typing or clicking after which the response so far is stored. */
const DRAFT_PAUSE_MS = 300;

export class SessionRunner {
	state: SessionState = $state.raw() as SessionState;
	saving = $state<SaveState>('nothing');
	problem = $state.raw<StorageProblem | undefined>();
	#items: readonly (HashedItem | undefined)[] = $state.raw([]);
	#around: Surroundings;
	#ground: Promise<Ground>;
	#history: History | undefined;
	#queue: SessionEvent[] = [];
	#contents = new Map<string, readonly HashedItem[]>();
	#flushing = false;
	#draftTimer: ReturnType<typeof setTimeout> | undefined;
	#unsavedDraft: number | undefined;
	#opened: ClockReading;
	#shownAt: number;

	constructor(
		initial: SessionState,
		items: readonly (HashedItem | undefined)[],
		ground: Promise<Ground>,
		around: Surroundings
	) {
		this.state = initial;
		this.#items = items;
		this.#around = around;
		this.#opened = { wall: around.now(), mono: around.monotonic() };
		this.#shownAt = this.#opened.mono;
		this.#ground = ground.then((one) => this.#land(one));
	}

	/** Resolves when the session can be stored; rejects where it cannot be opened at all. */
	get ready(): Promise<unknown> {
		return this.#ground;
	}
	get index(): number {
		return this.state.current;
	}
	get count(): number {
		return this.state.plan.items.length;
	}
	/** The item on screen with its options in the order of this session; undefined while it is being fetched. */
	get item(): HashedItem | undefined {
		return this.itemAt(this.index);
	}
	get draft(): Draft | undefined {
		return this.state.drafts.get(this.index);
	}
	get answer() {
		return this.state.answers.get(this.index);
	}

	itemAt(index: number): HashedItem | undefined {
		const item = this.#items[index];
		if (item === undefined) return undefined;
		return itemTypeOf(item).arrange(item, shuffleFor(this.state.plan.seed, item.id)) as HashedItem;
	}

	/** Milliseconds left, or undefined without a limit. */
	remaining(): number | undefined {
		const { startedAt, plan } = this.state;
		return remainingMs(startedAt, plan.timeLimitS, this.#opened, this.#around.monotonic());
	}

	respond(response: unknown): void {
		this.#revise({ response });
	}

	sure(confidence: Confidence): void {
		this.#revise({ confidence });
	}

	flag(on: boolean): void {
		this.#record({ kind: 'flagged', index: this.index, on });
	}

	go(index: number): void {
		if (index === this.index || index < 0 || index >= this.count) return;
		this.storeDraft();
		this.#record({ kind: 'moved', index });
		this.#shownAt = this.#around.monotonic();
	}

	/** Study mode: scores the response on screen and stores the attempt. */
	async check(): Promise<void> {
		const index = this.index;
		const draft = this.#timed(index);
		if (this.#history === undefined) await this.#ground;
		const item = this.#items[index];
		const ref = this.state.plan.items[index];
		if (item === undefined || ref === undefined || this.state.answers.has(index)) return;
		this.#dropDraftTimer();
		const { mode } = this.state.plan;
		const id = this.#around.newId();
		const first = !this.#history?.has(item.id);
		this.#record({ kind: 'checked', answer: makeAnswer({ id, ref, index, item, mode, draft, first }) });
	}

	/** Ends the session. In exam mode every item gets its answer, blank ones too. */
	async finish(reason: 'learner' | 'time'): Promise<boolean> {
		await this.#ground;
		if (this.state.finished === undefined) {
			this.storeDraft();
			const answers = this.state.plan.mode === 'exam' ? this.#examAnswers() : [];
			this.#record({ kind: 'finished', reason, answers });
		}
		await this.flush();
		return this.saving !== 'failed';
	}

	/** Stores the response on screen now: before leaving it, and when the page is hidden. */
	storeDraft(): void {
		const index = this.#unsavedDraft;
		this.#dropDraftTimer();
		if (index === undefined || this.state.answers.has(index)) return;
		const { response, confidence, activeMs } = this.#timed(index);
		this.#record({
			kind: 'responded',
			index,
			response,
			activeMs,
			...(confidence !== undefined && { confidence })
		});
	}

	/** Tries to store what is not stored yet. */
	async flush(): Promise<void> {
		if (this.#flushing) return this.#whenIdle();
		this.#flushing = true;
		try {
			const { store } = await this.#ground;
			while (this.#queue.length > 0) {
				const event = this.#queue[0] as SessionEvent;
				this.saving = 'saving';
				const saved = await store.append(event, this.#contents.get(event.id));
				if (!saved.ok) {
					this.problem = saved.problem;
					this.saving = 'failed';
					return;
				}
				this.#queue.shift();
			}
			this.problem = undefined;
			this.saving = 'saved';
		} finally {
			this.#flushing = false;
		}
	}

	/** Takes in events that another tab stored for this session. */
	takeIn(events: readonly SessionEvent[]): void {
		for (const event of events) {
			if (event.kind !== 'moved') this.state = apply(this.state, event);
		}
	}

	async #whenIdle(): Promise<void> {
		while (this.#flushing) await new Promise((resolve) => setTimeout(resolve, 10));
	}

	#land(ground: Ground): Ground {
		this.#items = ground.items;
		this.#history = ground.history;
		this.state = { ...this.state, plan: ground.plan };
		if (ground.start !== undefined) {
			this.#contents.set(ground.start.event.id, ground.start.contents);
			this.#queue.unshift(ground.start.event);
			void Promise.resolve().then(() => this.flush());
		}
		return ground;
	}

	#revise(change: Partial<Draft>): void {
		if (this.state.answers.has(this.index) || this.state.finished !== undefined) return;
		const before = this.draft ?? { response: undefined, confidence: undefined, activeMs: 0 };
		const drafts = new Map(this.state.drafts).set(this.index, { ...before, ...change });
		this.state = { ...this.state, drafts };
		this.#unsavedDraft = this.index;
		clearTimeout(this.#draftTimer);
		this.#draftTimer = setTimeout(() => this.storeDraft(), DRAFT_PAUSE_MS);
	}

	#dropDraftTimer(): void {
		clearTimeout(this.#draftTimer);
		this.#unsavedDraft = undefined;
	}

	/** The draft of a question with its time on screen brought up to now. */
	#timed(index: number): Draft {
		const draft = this.state.drafts.get(index) ?? { response: undefined, confidence: undefined, activeMs: 0 };
		if (index !== this.index) return draft;
		const now = this.#around.monotonic();
		const timed = { ...draft, activeMs: draft.activeMs + Math.max(0, now - this.#shownAt) };
		this.#shownAt = now;
		return timed;
	}

	#examAnswers() {
		return this.state.plan.items.flatMap((ref, index) => {
			const item = this.#items[index];
			if (item === undefined || this.state.answers.has(index)) return [];
			const draft = this.state.drafts.get(index);
			const first = !this.#history?.has(item.id);
			return [makeAnswer({ id: this.#around.newId(), ref, index, item, mode: 'exam', draft, first })];
		});
	}

	#record(body: Body): void {
		const event = {
			id: this.#around.newId(),
			session: this.state.id,
			at: this.#around.now(),
			tz: this.#around.timeZone(),
			...body
		} as SessionEvent;
		this.state = apply(this.state, event);
		this.#queue.push(event);
		this.saving = 'saving';
		void this.flush();
	}
}
