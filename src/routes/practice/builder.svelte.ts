// What the quiz builder knows: what the learner wishes, and which questions fit.
import type { BankBrief } from '$lib/banks/catalogue';
import { ITEM_TYPES } from '$lib/items/registry';
import type { Mode } from '$lib/session/events';
import {
	drawable,
	matching,
	POOLS,
	type Candidate,
	type History,
	type Pool
} from '$lib/session/sampling';
import type { StorageProblem } from '$lib/session/store';
import { countOf as sumOf, kindsOf } from '$lib/session/unlisted';
import type { App } from '../app.svelte.js';
import { drawQuiz, missedUnlisted } from '../drawing.js';
import { bankBriefs, candidatesOf } from '../library.js';
import { roleOf, type Role } from '../roles.js';
import { begin } from '../session/open.js';

/** A question of a bank, or a kind of question with how many there are of it. */
type Counted = Pick<Candidate, 'topics' | 'type' | 'difficulty'> & { readonly count: number };

export class QuizBuilder {
	readonly #app: App;
	#all = $state.raw<readonly Candidate[]>([]);
	/** Missed questions of banks that are too large to be listed. */
	#missed = $state.raw<readonly Candidate[]>([]);
	banks = $state.raw<readonly BankBrief[]>([]);
	history = $state.raw<History>(new Map());
	ready = $state(false);

	topics = $state<string[]>([]);
	types = $state<string[]>([]);
	chosenBanks = $state<string[]>([]);
	difficulties = $state<string[]>([]);
	pool = $state<Pool>('all');
	mode = $state<Mode>('study');
	limited = $state(false);
	minutes = $state(15);
	// As in the settings until the learner says otherwise: settings arrive late, and must not undo what was typed.
	#ownCount = $state<number | undefined>();
	#ownConfidence = $state<boolean | undefined>();
	/** The role that chose types and difficulties for the learner, until they take it back. */
	#presetBy = $state.raw<Role | undefined>();

	constructor(app: App) {
		this.#app = app;
	}

	get count(): number {
		return this.#ownCount ?? this.#app.settings.quizLength;
	}
	set count(count: number) {
		this.#ownCount = count;
	}
	get confidence(): boolean {
		return this.#ownConfidence ?? this.#app.settings.askConfidence;
	}
	set confidence(confidence: boolean) {
		this.#ownConfidence = confidence;
	}

	/** The role whose preset still holds. */
	readonly preset = $derived.by(() =>
		this.types.length > 0 || this.difficulties.length > 0 ? this.#presetBy : undefined
	);
	readonly #wishes = $derived.by(() => ({
		banks: this.chosenBanks,
		topics: this.topics,
		types: this.types,
		difficulties: this.difficulties,
		pool: this.pool
	}));
	readonly #fitting = $derived.by(() =>
		matching(
			this.pool === 'missed' ? [...this.#all, ...this.#missed] : this.#all,
			this.#wishes,
			this.history
		)
	);
	/** Questions of large banks, which are counted by kind. Which of them were answered is seen when they are drawn. */
	readonly unlisted = $derived.by(() =>
		this.pool === 'missed' ? 0 : sumOf(kindsOf(this.banks, this.#wishes))
	);
	/** How many questions fit the wishes. */
	readonly fits = $derived.by(() => this.#fitting.length + this.unlisted);
	/** How many of them the quiz takes. */
	readonly length = $derived.by(() =>
		drawable(this.#fitting, Math.max(1, Math.floor(this.count || 1)), this.unlisted)
	);
	readonly #every = $derived.by((): readonly Counted[] => [
		...this.#all.map((one) => ({ ...one, count: 1 })),
		...kindsOf(this.banks)
	]);

	/** How many questions there are of that kind, whatever else is wished for. */
	countOf(fits: (one: Counted) => boolean): number {
		return this.#every.reduce((sum, one) => (fits(one) ? sum + one.count : sum), 0);
	}

	/** Takes the wishes of an address, or of the learner's role where it holds none, and counts what there is. */
	async load(search: string): Promise<void> {
		const wanted = new URLSearchParams(search);
		this.pool = POOLS.find((one) => one === wanted.get('pool')) ?? 'all';
		this.topics = wanted.getAll('topic');
		const storage = await this.#app.storage();
		if (search === '' && this.types.length + this.difficulties.length === 0)
			this.presetFor(roleOf(this.#app.settings));
		const briefs = await bankBriefs(storage);
		const listed = candidatesOf(briefs);
		this.#missed = await missedUnlisted(storage, briefs);
		this.history = await storage.history([...listed, ...this.#missed].map((one) => one.id));
		[this.banks, this.#all] = [briefs, listed];
		this.ready = true;
	}

	/** Chooses the types and difficulties of a role; without one, takes them back. */
	presetFor(role: Role | undefined): void {
		this.#presetBy = role;
		this.difficulties = [...(role?.difficulties ?? [])];
		const { prefers } = role ?? {};
		this.types = prefers === undefined ? [] : ITEM_TYPES.filter(prefers).map(({ id }) => id);
	}

	/** Draws the quiz and stores its beginning: its id, or why that failed. */
	async start(): Promise<
		| { readonly ok: true; readonly id: string }
		| { readonly ok: false; readonly problem: StorageProblem }
	> {
		const seed = this.#app.seed();
		const { items } = await drawQuiz(await this.#app.storage(), this.banks, this.#wishes, {
			count: this.length,
			seed
		});
		return begin(this.#app, {
			mode: this.mode,
			seed,
			confidence: this.confidence,
			items: [...items],
			...(this.mode === 'exam' &&
				this.limited && { timeLimitS: Math.max(1, Math.round(this.minutes * 60)) })
		});
	}
}
