// A session on screen: turns what the learner does into events, shows their effect at once and says when they are saved.
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/loaded';
import { appraiser, makeAnswer } from './answer.js';
import { OnScreen, remainingMs, type ClockReading } from './clock.js';
import { keepOwn, longer, respondedWith, withDraft } from './drafts.js';
import type { Answer, Confidence, EventBody, Plan, SessionEvent } from './events.js';
import type { Ground, Surroundings } from './ground.js';
import { Outbox } from './outbox.svelte.js';
import { shuffleFor } from './random.js';
import type { History } from './sampling.js';
import { apply, fold, NO_DRAFT, type Draft, type SessionState } from './state.js';
import type { StorageProblem } from './store.js';

export type SaveState = 'nothing' | 'saving' | 'saved' | 'failed';

/** A pause in typing or clicking after which the response so far is stored. */
const DRAFT_PAUSE_MS = 300;

export class SessionRunner {
	#state: SessionState = $state.raw() as SessionState;
	// What an answer leaves as it was has signals of its own: what hangs on nothing else is not looked at again with every answer.
	#plan: Plan = $state.raw() as Plan;
	#index = $state(0);
	#items: readonly (HashedItem | undefined)[] = $state.raw([]);
	readonly #arranged = new WeakMap<HashedItem, { seed: number; item: HashedItem }>();
	/** Index of the question whose draft is not in an event yet. */
	#changed: number | undefined = $state.raw();
	#around: Surroundings;
	#ground: Promise<Ground>;
	#outbox: Outbox;
	#history: History | undefined;
	/** Every event made in this visit, stored or not. */
	#made: SessionEvent[] = [];
	#draftTimer: ReturnType<typeof setTimeout> | undefined;
	#opened: ClockReading;
	#onScreen: OnScreen;
	readonly #worthOf = appraiser();

	constructor(
		initial: SessionState,
		items: readonly (HashedItem | undefined)[],
		ground: Promise<Ground>,
		around: Surroundings
	) {
		this.#show(initial);
		this.#items = items;
		this.#around = around;
		this.#opened = { wall: around.now(), mono: around.monotonic() };
		this.#onScreen = new OnScreen(around.monotonic);
		this.#ground = ground.then((one) => this.#land(one));
		this.#outbox = new Outbox(
			this.#ground.then((one) => one.store),
			around.painted
		);
	}

	/** Resolves when the session can be stored; rejects where it cannot be opened at all. */
	get ready(): Promise<unknown> {
		return this.#ground;
	}
	/** `saved` only while nothing at all waits to be stored, not even a draft. */
	get saving(): SaveState {
		const { empty, stored, stuck } = this.#outbox;
		if (empty && this.#changed === undefined) return stored ? 'saved' : 'nothing';
		return stuck ? 'failed' : 'saving';
	}
	get problem(): StorageProblem | undefined {
		return this.#outbox.problem;
	}
	/** The fold of all events so far. */
	get state(): SessionState {
		return this.#state;
	}
	get plan(): Plan {
		return this.#plan;
	}
	get index(): number {
		return this.#index;
	}
	get count(): number {
		return this.plan.items.length;
	}
	/** The item on screen with its options in the order of this session; undefined while it is being fetched. */
	get item(): HashedItem | undefined {
		return this.itemAt(this.index);
	}
	get draft(): Draft | undefined {
		return this.state.drafts.get(this.index);
	}
	get answer(): Answer | undefined {
		return this.state.answers.get(this.index);
	}

	/** The item on screen as it is stored, with its options in the order of the bank. */
	get stored(): HashedItem | undefined {
		return this.#items[this.index];
	}

	/** An item with its options in the order of this session: the same object every time, so that what shows it stays as it is. */
	itemAt(index: number): HashedItem | undefined {
		const item = this.#items[index];
		if (item === undefined) return undefined;
		const { seed } = this.plan;
		const before = this.#arranged.get(item);
		if (before?.seed === seed) return before.item;
		const arranged = itemTypeOf(item).arrange(item, shuffleFor(seed, item.id)) as HashedItem;
		this.#arranged.set(item, { seed, item: arranged });
		return arranged;
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
	}

	/** Told when the page is hidden and when it is on screen again: time off screen is not time on a question. */
	shown(visible: boolean): void {
		if (!visible) this.leave();
		this.#onScreen.set(visible);
	}

	/** Study mode: scores the response on screen and stores the attempt. */
	async check(): Promise<void> {
		const { index } = this;
		// Its time goes into the answer, so the draft need not be put anew.
		const draft = longer(this.draft, this.#onScreen.take());
		// Only the history says whether this is the first attempt; without storage it has to do without.
		if (this.#history === undefined) await this.#ground.catch(() => undefined);
		const answer = this.#answerTo(index, draft);
		if (answer === undefined) return;
		if (this.#changed === index) this.#settleDraft();
		this.#record({ kind: 'checked', answer });
	}

	/** Ends the session and says whether that is stored. In exam mode every item gets its answer, blank ones too. */
	async finish(reason: 'learner' | 'time'): Promise<boolean> {
		await this.#ground.catch(() => undefined);
		this.storeDraft();
		const { plan, drafts } = this.state;
		const asked = plan.mode === 'exam' ? [...plan.items.keys()] : [];
		const answers = asked.flatMap((index) => this.#answerTo(index, drafts.get(index)) ?? []);
		this.#record({ kind: 'finished', reason, answers });
		await this.flush();
		return this.#outbox.empty;
	}

	/** Stores the response on screen now: before leaving it, and when the page is hidden. */
	storeDraft(): void {
		this.#countTime();
		const index = this.#changed;
		this.#settleDraft();
		if (index === undefined || this.state.answers.has(index)) return;
		this.#record(respondedWith(index, this.state.drafts.get(index)));
	}

	/** Stores all there is at once: the page may be gone with the next frame. */
	leave(): void {
		this.storeDraft();
		void this.flush();
	}

	/** Tries to store what is not stored yet; resolves when all is stored or one event could not be. */
	flush(): Promise<void> {
		return this.#outbox.flush();
	}

	/** Takes in what other tabs have done: `events` are all that are stored of this session. */
	takeIn(events: readonly SessionEvent[]): void {
		const folded = fold([...events, ...this.#made]);
		if (folded !== undefined) this.#show(keepOwn(this.state, folded, this.#changed));
	}

	#land(ground: Ground): Ground {
		this.#items = ground.items;
		this.#history = ground.history;
		this.#show({ ...this.state, plan: ground.plan });
		if (ground.events !== undefined) this.#confirm(ground.events);
		if (ground.start !== undefined) {
			this.#outbox.addStart(ground.start.event, ground.start.contents);
		}
		return ground;
	}

	/** What is stored has the last word; what was done meanwhile is added to it, and stays on screen. */
	#confirm(events: readonly SessionEvent[]): void {
		const untouched = this.#made.length === 0 && this.#changed === undefined;
		const folded = untouched ? fold(events) : undefined;
		if (folded === undefined) this.takeIn(events);
		else this.#show(folded);
	}

	#revise(change: Partial<Draft>): void {
		if (this.answer !== undefined || this.state.finished !== undefined) return;
		this.#show(withDraft(this.state, { ...(this.draft ?? NO_DRAFT), ...change }));
		this.#changed = this.index;
		clearTimeout(this.#draftTimer);
		this.#draftTimer = setTimeout(() => this.#pause(), DRAFT_PAUSE_MS);
	}

	/** While the learner thinks a response over it is stored, and scored: checking it has no more to do than to show it. */
	#pause(): void {
		this.storeDraft();
		const { stored, draft } = this;
		if (stored !== undefined && this.plan.mode === 'study') this.#worthOf(stored, draft?.response);
	}

	#settleDraft(): void {
		clearTimeout(this.#draftTimer);
		this.#changed = undefined;
	}

	#show(state: SessionState): void {
		this.#state = state;
		this.#plan = state.plan;
		this.#index = state.current;
	}

	/** Adds the time since it was last counted to the question on screen, unless that is over. */
	#countTime(): void {
		const spent = this.#onScreen.take();
		if (spent === 0 || this.answer !== undefined || this.state.finished !== undefined) return;
		const draft = longer(this.draft, spent);
		this.#show(withDraft(this.state, draft));
		// A question that was only read is no response: its time is stored with its answer.
		if (draft.response !== undefined || draft.confidence !== undefined) this.#changed = this.index;
	}

	/** The answer that a draft makes; undefined where there is one already, or no item yet. */
	#answerTo(index: number, draft: Draft | undefined): Answer | undefined {
		const item = this.#items[index];
		const { plan, answers } = this.state;
		const ref = plan.items[index];
		if (item === undefined || ref === undefined || answers.has(index)) return undefined;
		const first = this.#history?.has(item.id) !== true;
		const id = this.#around.newId();
		const worth = this.#worthOf(item, draft?.response);
		return makeAnswer({ id, ref, index, item, mode: plan.mode, draft, first, worth });
	}

	#record(body: EventBody): void {
		if (this.state.finished !== undefined) return;
		const event = {
			id: this.#around.newId(),
			session: this.state.id,
			at: this.#around.now(),
			tz: this.#around.timeZone(),
			...body
		} as SessionEvent;
		this.#show(apply(this.state, event));
		this.#made.push(event);
		this.#outbox.add(event);
	}
}
