// Restoring a backup on screen: the file is read once to say what it would do, and once more to do it.
import type { Chunk, Differences, Ended, Prefer, Refusal } from '$lib/backup';
import type { Merging } from '$lib/backup/store';
import type { StorageProblem } from '$lib/session/store';
import type { App } from '../app.svelte.js';
import { readSettings } from './read-settings.js';

/** What could not be saved while a backup was restored. */
class NotSaved extends Error {
	readonly problem: StorageProblem;
	constructor(problem: StorageProblem) {
		super(problem.happened);
		this.problem = problem;
	}
}

/** A backup that was looked through. */
export interface Found {
	readonly name: string;
	readonly file: Blob;
	readonly passphrase: string | undefined;
	readonly at: string;
	readonly differences: Differences;
	/** Records that this version cannot read. */
	readonly left: number;
}

type Step =
	| { readonly kind: 'idle' }
	/** Encrypted: waits for the passphrase. */
	| { readonly kind: 'locked'; readonly name: string; readonly file: Blob; readonly wrong: boolean }
	| { readonly kind: 'busy'; readonly says: string; readonly cancel: AbortController }
	| { readonly kind: 'found'; readonly found: Found };

/** Said where only the database holds what was restored. */
const ONE_COPY =
	' This browser has no place for a second copy of it: keep the backup file until you have made another.';

const inWords = ({ happened, safe, next }: StorageProblem) => `${happened} ${safe} ${next}`;

export class Restoring {
	step = $state.raw<Step>({ kind: 'idle' });
	done = $state('');
	failure = $state('');
	/** The last restore, if it can be undone. */
	undoable = $state.raw<{ readonly at: number; readonly answers: number } | undefined>();
	/** How often something was restored or undone. */
	count = $state(0);
	#app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** Looks whether there is a restore to undo. */
	async look(): Promise<void> {
		this.undoable = await (await this.#app.storage()).backups.undoable().catch(() => undefined);
	}

	/** Takes a file that the learner chose. */
	async choose(name: string, file: Blob): Promise<void> {
		this.cancel();
		this.#clear();
		const { isSealed } = await import('$lib/backup');
		if (await isSealed(file)) this.step = { kind: 'locked', name, file, wrong: false };
		else await this.open(name, file, undefined);
	}

	/** Reads the file and finds what it would do. */
	async open(name: string, file: Blob, passphrase: string | undefined): Promise<void> {
		this.#clear();
		const cancel = new AbortController();
		this.step = { kind: 'busy', says: `Reading ${name}…`, cancel };
		try {
			const store = await this.#app.storage();
			const comparing = await store.backups.compare();
			const ended = await this.#read(file, passphrase, cancel, (chunk) => comparing.take(chunk));
			if (ended.kind === 'refused') this.#refused(ended.refusal, name, file);
			else {
				const { at, left } = ended;
				const differences = comparing.end();
				this.step = { kind: 'found', found: { name, file, passphrase, at, differences, left } };
			}
		} catch (error) {
			this.#failed(error, cancel, `${name} could not be read. Nothing was changed. Try again.`);
		}
	}

	/** Does what was found. */
	async restore({ name, file, passphrase }: Found, prefer: Prefer): Promise<void> {
		const cancel = new AbortController();
		this.step = { kind: 'busy', says: `Restoring ${name}…`, cancel };
		let merging: Merging | undefined;
		try {
			const store = await this.#app.storage();
			await this.#snapshot();
			const merge = await store.backups.merge(prefer, this.#app.now());
			merging = merge;
			const ended = await this.#read(file, passphrase, cancel, async (chunk) => {
				const saved = await merge.take(chunk);
				if (!saved.ok) throw new NotSaved(saved.problem);
			});
			if (ended.kind === 'refused') throw new Error(ended.refusal.says);
			const saved = await merge.end();
			if (!saved.ok) throw new NotSaved(saved.problem);
			// What no second copy holds, such as banks, and answers where there is no room for them, is in a snapshot from now on.
			const kept = await this.#snapshot();
			this.step = { kind: 'idle' };
			this.done = `${name} was restored.${merge.copied || kept ? '' : ONE_COPY}`;
			await this.#changed();
		} catch (error) {
			await merging?.giveUp();
			await this.#changed();
			const part = 'The backup was restored in part. Restore it again, or undo it.';
			this.#failed(error, cancel, part, part);
		}
	}

	async undo(): Promise<void> {
		this.#clear();
		const cancel = new AbortController();
		this.step = { kind: 'busy', says: 'Undoing the restore…', cancel };
		const saved = await (await this.#app.storage()).backups.undo();
		this.step = { kind: 'idle' };
		if (saved.ok) {
			this.done = 'Everything is as it was before the restore.';
			// The latest snapshot is what comes back after a loss: it must not be one of before this.
			await this.#snapshot();
		} else this.failure = inWords(saved.problem);
		await this.#changed();
	}

	cancel(): void {
		if (this.step.kind === 'busy') this.step.cancel.abort();
		this.step = { kind: 'idle' };
	}

	async #read(
		file: Blob,
		passphrase: string | undefined,
		{ signal }: AbortController,
		take: (chunk: Chunk) => Promise<void>
	): Promise<Ended> {
		const { readBackup } = await import('$lib/backup');
		return readBackup(file, take, { signal, passphrase });
	}

	async #changed(): Promise<void> {
		await this.look();
		await readSettings(this.#app).catch(() => undefined);
		this.count += 1;
	}

	/**
	 * Keeps what is here now: before a restore, in case it turns out to be a mistake, and after it, as a second copy. Neither is
	 * a reason to stop; false where it could not be kept.
	 */
	async #snapshot(): Promise<boolean> {
		try {
			const { keepSnapshots } = await import('$lib/backup/keep');
			const { backups } = await this.#app.storage();
			if ((await backups.count()) > 0) await keepSnapshots(backups, this.#app.now(), true);
			return true;
		} catch {
			return false;
		}
	}

	#refused({ code, says }: Refusal, name: string, file: Blob): void {
		if (code === 'passphrase') this.step = { kind: 'locked', name, file, wrong: true };
		else {
			this.step = { kind: 'idle' };
			this.failure = `${says} Nothing was changed.`;
		}
	}

	#failed(error: unknown, cancel: AbortController, says: string, also = ''): void {
		this.step = { kind: 'idle' };
		if (cancel.signal.aborted) this.done = also === '' ? 'Canceled. Nothing was changed.' : also;
		else this.failure = error instanceof NotSaved ? `${inWords(error.problem)} ${also}` : says;
	}

	#clear(): void {
		[this.done, this.failure] = ['', ''];
	}
}
