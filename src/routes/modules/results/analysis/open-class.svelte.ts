// The class that is open: it stays so from page to page until another is opened.
import type { ClassHead, ClassWorker, Scored } from '$lib/intake/class';
import type { FromClassWorker, ToClassWorker } from '$lib/intake/class-protocol';
import type { ResultsFile } from '$lib/cohort/results';
import type { Comparison, KeyChange } from '$lib/cohort/sandbox';
import type { AttemptChoice } from '$lib/cohort/score';
import type { Storage } from '$lib/storage';
import type { Fault } from '$lib/validation/fault';
import { contentsOf } from './contents.js';
import { forgetTabFile, keepForTab, tabFile } from './tab-file.js';

/** Why there is no class to look into, in words, with the faults of its file where it has any. */
export interface ClassProblem {
	readonly says: string;
	readonly faults: readonly Fault[];
}

class OpenClass {
	/** Name of the file, or title of the module. */
	name = $state('');
	/** Id of the module in storage; undefined for a file. */
	module = $state<string | undefined>();
	head = $state.raw<ClassHead | undefined>();
	scored = $state.raw<Scored | undefined>();
	problem = $state.raw<ClassProblem | undefined>();
	busy = $state(false);
	/** Whether the file stays open in this tab after a reload. */
	kept = $state(false);
	attempt = $state<AttemptChoice>('first');
	all = $state(false);
	#worker: ClassWorker | undefined;
	#items: Awaited<ReturnType<typeof contentsOf>> = [];
	/** Rises with each class, so that an answer about an earlier one is not taken for this one's. */
	#turn = 0;
	/** When the module that is open had last changed. */
	#changed: number | undefined;

	/** Opens a class; what was open before is closed. */
	async open(
		source: Blob | ResultsFile,
		from: { readonly name: string; readonly module?: string },
		store: Storage
	): Promise<void> {
		this.close();
		const turn = ++this.#turn;
		[this.name, this.module, this.busy] = [from.name, from.module, true];
		try {
			const { ClassWorker } = await import('$lib/intake/class');
			if (turn !== this.#turn) return;
			this.#worker = new ClassWorker();
			const read = await this.#ask({ kind: 'read', source });
			if (turn !== this.#turn) return;
			if (read.kind !== 'read') {
				this.problem = {
					says: `${from.name} is not a results file that can be read.`,
					faults: faultsOf(read)
				};
				return;
			}
			this.kept = source instanceof Blob && (await keepForTab({ name: from.name, file: source }));
			if (turn !== this.#turn) return;
			this.head = read.head;
			this.#items = await contentsOf(read.head.missing, store);
			if (turn === this.#turn) await this.#score();
		} catch {
			if (turn === this.#turn)
				this.problem = { says: `${from.name} could not be read. Nothing was changed.`, faults: [] };
		} finally {
			if (turn === this.#turn) this.busy = false;
		}
	}

	/** Opens the file that this tab has kept over a reload, if there is one. */
	async reopen(store: Storage): Promise<void> {
		const kept = tabFile();
		if (kept !== undefined) await this.open(kept.file, { name: kept.name }, store);
	}

	/** Opens a module from the receipts that were imported here, unless it is open as it stands. */
	async openModule(module: string, store: Storage): Promise<void> {
		const changed = (await store.results.cohort(module))?.changed;
		const same = this.module === module && this.#changed === changed;
		if (same && this.problem === undefined) return;
		this.dismiss();
		const turn = ++this.#turn;
		[this.name, this.busy] = ['the receipts', true];
		try {
			const { moduleResults } = await import('./module-class.js');
			const results = await moduleResults(module, store);
			if (turn !== this.#turn) return;
			if (results !== undefined) {
				await this.open(results, { name: results.title ?? module, module }, store);
				this.#changed = changed;
				return;
			}
			this.close();
			this.problem = { says: 'There are no results of this module on this device.', faults: [] };
		} catch {
			if (turn !== this.#turn) return;
			this.close();
			const says = 'The results could not be read. Nothing was changed; load the page again.';
			this.problem = { says, faults: [] };
		}
	}

	/** Scores the class anew: another attempt of each learner, or figures that few learners withhold. */
	async change(to: { readonly attempt?: AttemptChoice; readonly all?: boolean }): Promise<void> {
		this.attempt = to.attempt ?? this.attempt;
		this.all = to.all ?? this.all;
		await this.#score();
	}

	/** The class before and after changes of keys, or the faults of a key. */
	async compare(
		changes: readonly KeyChange[],
		mark: number
	): Promise<Comparison | readonly Fault[]> {
		const got = await this.#ask({ kind: 'compare', changes, mark });
		return got.kind === 'compared' ? got.comparison : faultsOf(got);
	}

	/** Closes the class, and forgets its file. */
	dismiss(): void {
		forgetTabFile();
		this.close();
	}

	close(): void {
		this.#turn += 1;
		this.#worker?.close();
		this.#worker = undefined;
		[this.head, this.scored, this.problem, this.busy] = [undefined, undefined, undefined, false];
		[this.name, this.module, this.attempt, this.kept] = ['', undefined, 'first', false];
	}

	async #score(): Promise<void> {
		const { attempt, all } = this;
		const got = await this.#ask({ kind: 'score', items: this.#items, attempt, all });
		if (got.kind === 'scored') this.scored = got.scored;
	}

	#ask(question: ToClassWorker): Promise<FromClassWorker> {
		if (this.#worker === undefined) throw new Error('No class is open');
		return this.#worker.ask(question);
	}
}

const faultsOf = (got: FromClassWorker) => (got.kind === 'faulty' ? got.faults : []);

export const openClass = new OpenClass();
