// All answers of a class as files, made a few learners at a time, so that the page stays alive.
import { version } from '$app/environment';
import { resultsOf } from '$lib/cohort/as-results';
import { FULL_HEADINGS, fullRows } from '$lib/cohort/full-table';
import { codeOf, type Naming } from '$lib/cohort/people';
import type { ResultsFile } from '$lib/cohort/results';
import type { CohortRow, ReceiptRow } from '$lib/cohort/store';
import { readReceipt, type Receipt } from '$lib/modules/receipt';
import type { Storage } from '$lib/storage';
import { csvOf } from '$lib/ui/csv';
import { itemsOf } from '../../../library.js';

interface Full {
	readonly file: ResultsFile;
	readonly contents: Awaited<ReturnType<typeof itemsOf>>;
}

/** Receipts and learners dealt with at a time. */
const STEP = 10;
const breathe = () => new Promise((resolve) => setTimeout(resolve));

async function read(store: Storage, cohort: CohortRow, naming: Naming, at: number): Promise<Full> {
	const rows: ReceiptRow[] = [];
	await store.results.readReceipts(cohort.module, (some) => rows.push(...some));
	const receipts = new Map<string, Receipt>();
	for (const [index, { id, signed }] of rows.entries()) {
		const receipt = readReceipt((JSON.parse(signed) as { content?: unknown }).content);
		if (receipt.ok) receipts.set(id, receipt.value);
		if (index % STEP === 0) await breathe();
	}
	const refs = cohort.terms.items.map((one) => one.ref);
	const coded = naming === 'codes' ? { nameOf: ({ learner }: Coded) => codeOf(learner) } : {};
	return {
		file: resultsOf(cohort, receipts, { exported: at, app: version, ...coded }),
		contents: await itemsOf(refs, store)
	};
}
type Coded = CohortRow['summary']['learners'][number];

/** The results file, `milium-results/1`, with the questions in full. */
export async function fullJson(
	store: Storage,
	cohort: CohortRow,
	naming: Naming,
	at: number
): Promise<Blob> {
	const { file, contents } = await read(store, cohort, naming, at);
	const { learners, ...head } = file;
	const found = contents.filter((one) => one !== undefined);
	const parts = [
		`${JSON.stringify({ ...head, contents: found }, null, '\t').slice(0, -2)},\n\t"learners": [`
	];
	for (const [index, learner] of learners.entries()) {
		parts.push(`${index === 0 ? '' : ','}\n\t\t${JSON.stringify(learner)}`);
		if (index % STEP === 0) await breathe();
	}
	return new Blob([...parts, '\n\t]\n}\n'], { type: 'application/json' });
}

/** One row for each answer. */
export async function fullCsv(
	store: Storage,
	cohort: CohortRow,
	naming: Naming,
	at: number
): Promise<Blob> {
	const { file, contents } = await read(store, cohort, naming, at);
	const items = new Map(contents.flatMap((one) => (one === undefined ? [] : [[one.hash, one]])));
	const parts = [csvOf([FULL_HEADINGS])];
	for (const [index, learner] of file.learners.entries()) {
		// The byte order mark stands at the beginning only.
		parts.push(csvOf(fullRows(file, learner, items)).slice(1));
		if (index % STEP === 0) await breathe();
	}
	return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
