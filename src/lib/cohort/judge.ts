// Whether a receipt that was opened counts, and if not, why not. Pure: what is known of modules and of earlier receipts comes in.
import type { ModuleContent } from '$lib/modules/format';
import { drawPaper } from '$lib/modules/paper';
import { failed, succeeded, type Outcome } from '$lib/modules/problems';
import { attemptOf, receiptId, type Receipt } from '$lib/modules/receipt';
import { rulesFor, stateAt } from '$lib/modules/rules';
import { spanWords } from '$lib/modules/time-words';
import type { Digest } from './digest.js';
import { digestOf, handedInAt, type KeyedItem } from './opened.js';

/** A module as its educator's device knows it. */
export interface KnownModule {
	readonly id: string;
	readonly content: ModuleContent;
	readonly signature: string;
	/** Its items with their keys, in its order; undefined where one cannot be found on this device. */
	readonly items: readonly KeyedItem[] | undefined;
}

/** What has been imported before, and in this import so far. */
export class Seen {
	#receipts = new Set<string>();
	#attempts = new Map<string, string>();

	has = (id: string) => this.#receipts.has(id);
	/** The receipt of that attempt, where there is one. */
	ofAttempt = (attempt: string) => this.#attempts.get(attempt);

	add(id: string, attempt: string): void {
		this.#receipts.add(id);
		if (!this.#attempts.has(attempt)) this.#attempts.set(attempt, id);
	}
}

/** The attempt of a digest, as `attemptOf` names that of a receipt. */
export const attemptOfDigest = ({
	module,
	learner,
	attempt
}: Pick<Digest, 'module' | 'learner' | 'attempt'>) => `${module}/${learner}/${attempt}`;

export interface Bench {
	readonly modules: ReadonlyMap<string, KnownModule>;
	readonly seen: Seen;
	/** Only receipts for this module are wanted; undefined takes those for any that is known. */
	readonly only?: string | undefined;
	/** Whether the educator takes what is late or one attempt too many. */
	readonly accept: boolean;
	/** Time of the import, ms since 1970. */
	readonly now: number;
}

/** The digest of a receipt that counts, or why it does not. What counts is noted as seen. */
export function judge(receipt: Receipt, bench: Bench): Outcome<Digest> {
	const id = receiptId(receipt);
	const known = bench.modules.get(receipt.module);
	const place = misplaced(receipt, known, bench);
	if (place !== undefined) return place;
	if (known === undefined) return failed('receipt/unknown-module');
	if (bench.seen.has(id)) return failed('receipt/duplicate');
	const answered = mismatch(receipt, known);
	if (answered !== undefined) return answered;
	if (known.items === undefined)
		return failed(
			'receipt/unknown-module',
			'The questions of the module are not on this device any more.'
		);
	if (bench.seen.ofAttempt(attemptOf(receipt)) !== undefined) return failed('receipt/replayed');
	const against = bench.accept ? undefined : againstRules(receipt, known.content);
	if (against !== undefined) return against;
	bench.seen.add(id, attemptOf(receipt));
	const { items } = known;
	return succeeded(digestOf(known.content, receipt, { id, items, now: bench.now }));
}

const revisionWords = ({ title, revision }: ModuleContent) =>
	`It is for revision ${revision} of “${title}”.`;

/** A receipt for a module that is not wanted here, or for a revision that is not there. */
function misplaced(receipt: Receipt, known: KnownModule | undefined, { modules, only }: Bench) {
	const { module } = receipt;
	if (known === undefined) {
		const later = [...modules.values()].find(({ content }) => content.revises === module);
		return later === undefined
			? undefined
			: failed(
					'receipt/wrong-revision',
					`It is for the revision before revision ${later.content.revision} of “${later.content.title}”.`
				);
	}
	if (only === undefined || module === only) return undefined;
	const wanted = modules.get(only)?.content;
	const related = wanted !== undefined && isRevision(known, only, wanted);
	return related
		? failed('receipt/wrong-revision', revisionWords(known.content))
		: failed('receipt/wrong-module', `It is for “${known.content.title}”.`);
}

const isRevision = (known: KnownModule, only: string, wanted: ModuleContent) =>
	wanted.revises === known.id || known.content.revises === only;

/** Whether the answers are to the questions that this learner was to be asked. */
function mismatch(receipt: Receipt, { content }: KnownModule) {
	const paper = drawPaper(content, receipt.learner.key).items;
	const hashes = new Map(paper.map(({ place, item }) => [place, item.hash]));
	const places = receipt.answers.map((one) => one.item);
	if (new Set(places).size < places.length)
		return failed('receipt/questions-differ', 'A question was answered twice.');
	const other = receipt.answers.find(
		(one) => hashes.has(one.item) && hashes.get(one.item) !== one.hash
	);
	if (other !== undefined)
		return failed('receipt/questions-differ', `Question ${other.item + 1} has another wording.`);
	const stray = places.find((place) => !hashes.has(place));
	if (stray !== undefined || places.length !== paper.length)
		return failed(
			'receipt/not-drawn',
			`${places.length} were answered or left blank, ${paper.length} were drawn.`
		);
	return undefined;
}

/** What the module's rules refuse and the educator may take all the same. */
function againstRules(receipt: Receipt, content: ModuleContent) {
	const rules = rulesFor(content, receipt.learner.code);
	const at = handedInAt(receipt);
	const state = stateAt(rules, at);
	if (state === 'closed') {
		const end = rules.late === 'refuse' && rules.due !== undefined ? rules.due : rules.closes;
		const late = end === undefined ? '' : `It was ${spanWords((at - end) / 1000)} late.`;
		return failed('receipt/late', late);
	}
	if (rules.attempts > 0 && receipt.attempt > rules.attempts)
		return failed(
			'receipt/attempts',
			`It is attempt ${receipt.attempt}; ${rules.attempts} ${rules.attempts === 1 ? 'is' : 'are'} allowed.`
		);
	return undefined;
}
