// Building the database anew, in words: what will be lost, and what came back. No more is claimed than is known.
import type { BroughtBack } from '$lib/backup/bring-back';
import type { BuiltAnew, StorageStatus } from '$lib/storage';
import { unknownOf } from '../recovery-words.js';

type Journal = StorageStatus['journal'];
/** A rebuild that came to its end. */
export type Done = Exclude<BuiltAnew, { kind: 'failed' }>;

const THE_REST = 'Banks, modules, results and settings';

/** What happens if the learner agrees. `snapshot`: when the latest was made, in words. */
export function beforehand(journal: Journal, snapshot: string | undefined): readonly string[] {
	return [
		'The damaged database is deleted. If it can be read after all, it stays as it is.',
		journal === 'opfs'
			? 'Your answers come back from the journal, to which each was written as well.'
			: 'Your latest answers come back from the journal. This browser keeps no more than those in it.',
		snapshot === undefined
			? `There is no snapshot on this device: ${THE_REST.toLowerCase()} cannot be brought back.`
			: `${THE_REST} come back from the snapshot of ${snapshot}. What changed after it is lost.`,
		'Private keys are in no snapshot: an educator needs the key file.'
	];
}

/** Said where a rebuild was broken off before it could say how it ended. */
export const BROKEN_OFF =
	'Rebuilding was broken off. The journal and the snapshots are as they were. Reload this page and try again.';

/** What came back. `answers`: how many are here now, where they could be counted; `back`: what the snapshot added. */
export function afterwards(
	done: Done,
	{ answers, back, journal, snapshot }: AfterParts
): readonly string[] {
	const here = countOf(answers);
	if (done.kind === 'sound')
		return ['The database can be read after all. Nothing was dropped.', here];
	const said = ['The database was built anew.', here, ...unknownOf({ ...done, journal })];
	if (back.unread > 0)
		said.push(
			`${back.unread === 1 ? 'A snapshot' : `${back.unread} snapshots`} could not be read.`
		);
	if (snapshot === undefined)
		said.push(`No snapshot could be used: ${THE_REST.toLowerCase()} of before are not here.`);
	else {
		said.push(
			`${THE_REST} are as the snapshot of ${snapshot} had them. What changed after it cannot be known.`
		);
		if (back.left > 0)
			said.push(
				`${back.left === 1 ? '1 record' : `${back.left} records`} of the snapshot could not be read.`
			);
	}
	return said;
}

function countOf(answers: number | undefined): string {
	if (answers === undefined)
		return 'Your answers could not be counted just now. Reload this page to see them.';
	return answers === 1 ? '1 answer is here.' : `${answers} answers are here.`;
}

interface AfterParts {
	readonly answers: number | undefined;
	readonly back: BroughtBack;
	readonly journal: Journal;
	/** When the snapshot was made, in words. */
	readonly snapshot: string | undefined;
}
