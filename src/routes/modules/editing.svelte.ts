// Something on screen that is kept as it is typed: every change is stored a moment later, and once more when the page is left.
import type { Saved, StorageProblem } from '$lib/session/store';

/** A pause in typing after which it is stored. */
const PAUSE_MS = 400;

interface Parts<T> {
	/** Reads what is on screen; half-typed numbers have their default. */
	readonly read: (raw: unknown) => T | undefined;
	readonly put: (draft: T) => Promise<Saved>;
	readonly now: () => number;
}

export class Editing<T extends { readonly id: string; readonly changed: number }> {
	draft = $state() as T;
	/** Whether everything on screen is stored. */
	saved = $state(true);
	problem = $state.raw<StorageProblem | undefined>();
	#parts: Parts<T>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The draft as it was stored last, without its time. */
	#last: string;

	constructor(draft: T, parts: Parts<T>) {
		this.draft = draft;
		this.#parts = parts;
		this.#last = textOf(draft);
	}

	/** Told of every change; a draft in which nothing was changed is not stored. */
	changed(): void {
		if (textOf(this.plain()) === this.#last) return;
		this.saved = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.store(), PAUSE_MS);
	}

	/** The draft as plain data. */
	plain(): T {
		const read = this.#parts.read($state.snapshot(this.draft));
		if (read === undefined) throw new Error('A draft on screen has an id');
		return read;
	}

	/** Stores now what is not stored yet; resolves to whether it is. */
	async store(): Promise<boolean> {
		clearTimeout(this.#timer);
		const draft = { ...this.plain(), changed: this.#parts.now() };
		const text = textOf(draft);
		if (text === this.#last) return true;
		const saved = await this.#parts.put(draft);
		this.problem = saved.ok ? undefined : saved.problem;
		if (saved.ok) this.#last = text;
		this.saved = textOf(this.plain()) === this.#last;
		return saved.ok;
	}
}

const textOf = (draft: object) => JSON.stringify({ ...draft, changed: 0 });
