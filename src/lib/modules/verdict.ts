// What an educator's device says of a receipt that was opened, beside those it already has: whether it counts, or why it is set
// aside. And what a learner's device says of an educator's key, beside those it knows.
import { fingerprint } from './fingerprint.js';
import { itemsIn, moduleId, type ModuleContent, type SignedModule } from './format.js';
import { drawPaper } from './paper.js';
import { failed, succeeded, type Outcome } from './problems.js';
import { attemptOf, receiptId, type Receipt } from './receipt.js';
import { rulesFor, stateAt } from './rules.js';

/** What is already here. */
export interface Imported {
	/** Ids of the receipts that were imported. */
	readonly ids: ReadonlySet<string>;
	/** The attempts that were imported (`attemptOf`). */
	readonly attempts: ReadonlySet<string>;
}

/** The module whose results are looked at, where they are those of one. */
export interface Wanted {
	readonly content: ModuleContent;
}

/**
 * Whether a receipt that was opened (`openReceipt`) counts. `module` is the one it was opened with; `wanted` the one whose results
 * are looked at, where it is one.
 */
export function judgeReceipt(
	receipt: Receipt,
	module: SignedModule,
	imported: Imported,
	wanted?: Wanted
): Outcome<Receipt> {
	if (wanted !== undefined && moduleId(wanted.content) !== receipt.module)
		return related(module.content, wanted.content)
			? failed('receipt/wrong-revision', `It is for revision ${module.content.revision}.`)
			: failed('receipt/wrong-module', `It is for “${module.content.title}”.`);
	if (imported.ids.has(receiptId(receipt))) return failed('receipt/duplicate');
	if (imported.attempts.has(attemptOf(receipt))) return failed('receipt/replayed');
	return keepsRules(receipt, module.content);
}

/** Whether one of two modules is a revision of the other, or both of a third. */
function related(one: ModuleContent, other: ModuleContent): boolean {
	const [ids, others] = [one, other].map((content) => [moduleId(content), content.revises]);
	return ids?.some((id) => id !== undefined && others?.includes(id)) ?? false;
}

function keepsRules(receipt: Receipt, content: ModuleContent): Outcome<Receipt> {
	const drawn = new Set(drawPaper(content, receipt.learner.key).items.map((one) => one.place));
	const places = receipt.answers.map((one) => one.item);
	const foreign = places.filter((place) => !drawn.has(place)).length;
	if (foreign > 0 || new Set(places).size < places.length)
		return failed('receipt/not-drawn', `${foreign || 'Some'} of ${itemsIn(content).length}.`);
	const rules = rulesFor(content, receipt.learner.code);
	if (rules.attempts > 0 && receipt.attempt > rules.attempts)
		return failed('receipt/attempts', `It is number ${receipt.attempt} of ${rules.attempts}.`);
	const state = stateAt(rules, receipt.started);
	if (state === 'closed')
		return failed('receipt/late', 'By the clock of its device the attempt began too late.');
	return succeeded(receipt);
}

/** The name of an educator as it is compared. */
export const knownName = (name: string): string =>
	name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** `new`: never met. `known`: met with this key. Fails where the name was met with another key. */
export function meetEducator(
	educator: ModuleContent['educator'],
	known: { readonly sign: string; readonly seal: string } | undefined
): Outcome<'new' | 'known'> {
	if (known === undefined) return succeeded('new');
	if (known.sign === educator.sign && known.seal === educator.seal) return succeeded('known');
	return failed(
		'educator/other-key',
		`You know the key “${fingerprint(known)}”; this one is “${fingerprint(educator)}”.`
	);
}
