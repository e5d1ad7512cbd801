// What the worker that looks into a class does. Apart from the worker, so that a test can ask it.
import { hashName } from '$lib/banks/canonical';
import { analyse } from '$lib/cohort/analysis';
import { contentsIn, hashedTexts } from '$lib/cohort/contents';
import { matrixOf, totalsOf } from '$lib/cohort/matrix';
import { parseResults, type ResultsFile } from '$lib/cohort/results';
import { compare, withChanges } from '$lib/cohort/sandbox';
import { scoreCohort, type Cohort } from '$lib/cohort/score';
import { MINIMA, NO_MINIMA, type Minima } from '$lib/cohort/statistic';
import type { BaseItem } from '$lib/items/contract';
import type { ClassHead, FromClassWorker, ToClassWorker } from './class-protocol.js';
import { Refused, textOf } from './unpack.js';

/** A thousand learners with a hundred questions each stay well below this. */
const LARGEST_RESULTS = 60_000_000;

/** One class, from its file to its statistics. */
export class ClassWork {
	#file: ResultsFile | undefined;
	#own: ReadonlyMap<string, BaseItem> = new Map();
	#cohort: Cohort | undefined;
	#minima: Minima = MINIMA;

	async answer(asked: ToClassWorker): Promise<FromClassWorker> {
		switch (asked.kind) {
			case 'read':
				return this.#read(asked.source);
			case 'score':
				return this.#score(asked);
			case 'compare':
				return this.#compare(asked);
		}
	}

	async #read(source: Blob | ResultsFile): Promise<FromClassWorker> {
		try {
			const parsed = parseResults(source instanceof Blob ? await jsonOf(source) : source);
			if (!parsed.ok) return { kind: 'faulty', faults: parsed.faults };
			const file = parsed.value;
			const hashes = await Promise.all(hashedTexts(file).map(hashOf));
			const { items, faults } = contentsIn(file, hashes);
			if (faults.length > 0) return { kind: 'faulty', faults };
			[this.#file, this.#own, this.#cohort] = [file, items, undefined];
			return { kind: 'read', head: headOf(file, items) };
		} catch (error) {
			if (error instanceof Refused) return { kind: 'faulty', faults: [error.fault] };
			throw error;
		}
	}

	#score({ items, attempt, all }: Extract<ToClassWorker, { kind: 'score' }>): FromClassWorker {
		if (this.#file === undefined) throw new Error('No class was read');
		this.#minima = all ? NO_MINIMA : MINIMA;
		const cohort = scoreCohort(this.#file, new Map([...items, ...this.#own]), attempt);
		this.#cohort = cohort;
		return {
			kind: 'scored',
			scored: {
				analysis: analyse(cohort, this.#minima),
				items: cohort.items,
				totals: totalsOf(matrixOf(cohort))
			}
		};
	}

	#compare({ changes, mark }: Extract<ToClassWorker, { kind: 'compare' }>): FromClassWorker {
		if (this.#cohort === undefined) throw new Error('No class was scored');
		const changed = withChanges(this.#cohort, changes);
		if (!changed.ok) return { kind: 'faulty', faults: changed.faults };
		return {
			kind: 'compared',
			comparison: compare(this.#cohort, changed.value, mark, this.#minima)
		};
	}
}

function headOf(file: ResultsFile, own: ReadonlyMap<string, BaseItem>): ClassHead {
	return {
		title: file.title,
		learners: file.learners.length,
		attempts: file.learners.reduce((most, one) => Math.max(most, one.attempts.length), 0),
		missing: file.items.filter(({ hash }) => !own.has(hash))
	};
}

async function jsonOf(file: Blob): Promise<unknown> {
	let text = '';
	for await (const part of textOf(file, LARGEST_RESULTS)) text += part;
	try {
		return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
	} catch {
		const expected = 'a results file (JSON), as Milium exports it';
		throw new Refused('text that is no JSON', expected);
	}
}

async function hashOf(text: string): Promise<string> {
	const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return hashName(new Uint8Array(bytes));
}
