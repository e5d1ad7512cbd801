// A draft on screen: everything typed is stored a moment later, and once more when the page is left.
import { readDraft, type ModuleDraft } from '$lib/modules/draft';
import type { StorageProblem } from '$lib/session/store';
import type { Storage } from '$lib/storage';

/** A pause in typing after which the draft is stored. */
const PAUSE_MS = 400;

export class Editing {
	draft = $state() as ModuleDraft;
	/** Whether everything on screen is stored. */
	saved = $state(true);
	problem = $state.raw<StorageProblem | undefined>();
	#storage: Promise<Storage>;
	#now: () => number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The draft as it was stored last, without its time. */
	#last: string;

	constructor(draft: ModuleDraft, storage: Promise<Storage>, now: () => number) {
		this.draft = draft;
		this.#storage = storage;
		this.#now = now;
		this.#last = textOf(draft);
	}

	/** Told of every change; a draft in which nothing was changed is not stored. */
	changed(): void {
		if (textOf(this.plain()) === this.#last) return;
		this.saved = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.store(), PAUSE_MS);
	}

	/** The draft as plain data; half-typed numbers have their default. */
	plain(): ModuleDraft {
		const read = readDraft($state.snapshot(this.draft));
		if (read === undefined) throw new Error('A draft on screen has an id');
		return read;
	}

	/** Stores now what is not stored yet; resolves to whether it is. */
	async store(): Promise<boolean> {
		clearTimeout(this.#timer);
		const draft = { ...this.plain(), changed: this.#now() };
		const text = textOf(draft);
		if (text === this.#last) return true;
		const saved = await (await this.#storage).shelf('moduleDrafts').put(draft);
		this.problem = saved.ok ? undefined : saved.problem;
		if (saved.ok) this.#last = text;
		this.saved = textOf(this.plain()) === this.#last;
		return saved.ok;
	}
}

const textOf = (draft: ModuleDraft) => JSON.stringify({ ...draft, changed: 0 });
