// Stores a bank that was made here, through the door that any bank goes through.
import { sentence } from '$lib/validation/fault';
import type { App } from '../app.svelte.js';
import { builtInBriefs } from '../library.js';

interface Options {
	/** Told how far it is, from 0 to 1; undefined while that is not known. */
	readonly onprogress?: (share: number | undefined) => void;
	/** Aborted: nothing is stored. */
	readonly signal: AbortSignal;
}

/** Stores the bank of a file; gives what went wrong in words, or undefined when it is stored. */
export async function storeFile(
	app: App,
	file: Blob,
	options: Options
): Promise<string | undefined> {
	const { signal, onprogress = () => undefined } = options;
	const [{ bring }, store, own] = await Promise.all([
		import('$lib/intake'),
		app.storage(),
		builtInBriefs()
	]);
	const taken = new Set(own.map(({ id }) => id));
	const brought = await bring(file, { store, taken, onprogress, signal });
	if (brought.kind === 'cancelled') return 'Cancelled. Nothing was stored.';
	if (brought.kind === 'faulty') {
		const first = brought.faults[0];
		return `The bank could not be made. Nothing was stored. ${first === undefined ? '' : sentence(first)}`;
	}
	const saved =
		brought.kind === 'problem'
			? { ok: false as const, problem: brought.problem }
			: await brought.stage.install(brought.head);
	if (!saved.ok) {
		const { happened, safe, next } = saved.problem;
		return `${happened} ${safe} ${next}`;
	}
	void store.tidyBanks();
	return undefined;
}
