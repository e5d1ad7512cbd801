// One import from its sources to what is stored: known modules and earlier receipts gathered, receipts judged, all kept at once.
import { attemptOfDigest } from '$lib/cohort/judge';
import { termsOf } from '$lib/cohort/opened';
import type { SetAside } from '$lib/cohort/set-aside';
import type { CohortRow, ImportBatch } from '$lib/cohort/store';
import type { Judged, ReceiptSource } from '$lib/intake/receipts';
import type { Storage } from '$lib/storage';
import type { App } from '../../app.svelte.js';
import { educatorKeys, knownModules } from './known.js';

export interface Source extends ReceiptSource {
	/** What was set aside before and is tried again. */
	readonly settles?: string;
}

/** What an import has done, in brief. */
export interface Imported {
	readonly kind: 'done';
	readonly id: string;
	readonly added: number;
	readonly setAside: number;
	readonly modules: readonly {
		readonly module: string;
		readonly title: string;
		readonly n: number;
	}[];
	readonly reasons: readonly { readonly happened: string; readonly n: number }[];
}

export type Outcome =
	Imported | { readonly kind: 'cancelled' } | { readonly kind: 'problem'; readonly words: string };

interface Course {
	readonly accept: boolean;
	/** Told how many sources have been read. */
	readonly onprogress: (done: number) => void;
	readonly signal: AbortSignal;
}

/** Imports receipts: all or nothing is stored. */
export async function importReceipts(
	app: App,
	store: Storage,
	sources: readonly Source[],
	{ accept, onprogress, signal }: Course
): Promise<Outcome> {
	const [{ bringAll }, known, keys] = await Promise.all([
		import('$lib/intake/receipts'),
		knownModules(store),
		educatorKeys(store)
	]);
	const seen = (await store.results.cohorts()).flatMap(seenIn);
	const plain = sources.map(({ name, file, text }) => ({ name, file, text }));
	const ground = { keys, modules: known, seen, accept, now: app.now() };
	const judged = await bringAll(plain, { ground, onprogress, signal });
	if (judged === undefined || signal.aborted) return { kind: 'cancelled' };
	// What has been judged last may still be on its way to the screen.
	await new Promise((resolve) => setTimeout(resolve));
	const batch = batchOf(app, judged, known, sources);
	const saved = await store.results.commitImport(batch);
	if (saved.ok) return briefOf(batch);
	const { happened, safe, next } = saved.problem;
	return { kind: 'problem', words: `${happened} ${safe} ${next}` };
}

/** Each receipt that is there with its attempt: from the summary, which is read at once where digests would stop the page. */
const seenIn = ({ module, summary }: CohortRow) =>
	summary.learners.flatMap(({ learner, attempts }) =>
		attempts.map(
			({ receipt, attempt }) => [receipt, attemptOfDigest({ module, learner, attempt })] as const
		)
	);

type Known = Awaited<ReturnType<typeof knownModules>>;

function batchOf(
	app: App,
	judged: readonly Judged[],
	known: Known,
	sources: readonly Source[]
): ImportBatch {
	const newId = app.ids();
	const [id, at] = [newId(), app.now()];
	const counting = judged.flatMap((one) => (one.kind === 'counts' ? [one] : []));
	const setAside = judged.flatMap((one): SetAside[] => {
		if (one.kind === 'counts') return [];
		const { name, problem, module, title, learner, text } = one;
		const place = {
			...(module !== undefined && { module }),
			...(title !== undefined && { title })
		};
		const from = learner === undefined ? {} : { name: learner };
		const kept = text === undefined ? {} : { text };
		return [{ id: newId(), import: id, at, source: name, problem, ...place, ...from, ...kept }];
	});
	const touched = new Set(counting.map((one) => one.digest.module));
	const modules = known.filter((one) => touched.has(one.id));
	return {
		record: { id, at, added: counting.length, setAside: setAside.length },
		receipts: counting.map(({ digest, signed }) => ({
			id: digest.receipt,
			module: digest.module,
			import: id,
			received: at,
			signed
		})),
		digests: counting.map((one) => one.digest),
		setAside,
		terms: modules.map((one) => termsOf(one.content, one.items ?? [])),
		items: modules.flatMap((one) => (one.items ?? []).map(({ item }) => item)),
		settled: sources.flatMap(({ settles }) => settles ?? [])
	};
}

function briefOf({ record, terms, digests, setAside }: ImportBatch): Imported {
	const happened = setAside.map((one) => one.problem.happened);
	return {
		kind: 'done',
		...record,
		modules: terms.map(({ module, title }) => ({
			...{ module, title },
			n: digests.filter((one) => one.module === module).length
		})),
		reasons: [...new Set(happened)].map((one) => ({
			happened: one,
			n: happened.filter((other) => other === one).length
		}))
	};
}
