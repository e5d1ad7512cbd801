// What was brought back from the second copy of the answers, in words: no more is claimed than is known.
import type { StorageStatus } from '$lib/storage';

export type Recovered = Pick<StorageStatus, 'restored' | 'damaged' | 'unread' | 'lost' | 'journal'>;

/** What happened, and what is known of the rest, sentence by sentence. */
export function recoveryWords({ restored, lost, ...copy }: Recovered): {
	readonly happened: string;
	readonly known: readonly string[];
} {
	const answers = restored === 1 ? '1 answer was' : `${restored} answers were`;
	const why =
		lost === true
			? 'The browser had deleted the saved data of Milium.'
			: 'This happens when the browser or the device stops in the middle of saving.';
	const rest = unknownOf(copy);
	if (rest.length === 0) rest.push('Everything that the second copy holds is here.');
	if (lost === true)
		rest.push(
			'Banks, modules, results and settings are not in it: look for them in the snapshots under Settings, Storage.'
		);
	return { happened: `${answers} brought back from the second copy.`, known: [why, ...rest] };
}

/** What cannot be known of the answers, by the state of their second copy. */
export function unknownOf({
	damaged,
	unread = 0,
	journal
}: Pick<Recovered, 'damaged' | 'unread' | 'journal'>): string[] {
	const rest: string[] = [];
	if (unread > 0)
		rest.push(
			`${unread === 1 ? 'A part' : `${unread} parts`} of the second copy could not be opened, so answers may be missing. Milium tries again at its next start.`
		);
	if (damaged > 0)
		rest.push(
			`${damaged === 1 ? '1 record' : `${damaged} records`} in the second copy could not be read. As a rule such a record was being written when the browser stopped, and had not been shown as saved.`
		);
	if (journal !== 'opfs') rest.push('This browser keeps a second copy of the latest answers only.');
	return rest;
}
