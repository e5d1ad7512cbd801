// What can be wrong with a module, a receipt or a key, each with its own message: what happened, what is safe, what to do.
// The codes are stable: tests, the list of what was set aside and the documents name them.

export interface ModuleProblem {
	readonly code: ProblemCode;
	readonly happened: string;
	readonly safe: string;
	readonly next: string;
}

const NOTHING_KEPT = 'Nothing was stored.';
const RECEIPTS_SAFE = 'It was set aside; the other results are not touched.';
const ASK_MODULE = 'Ask your educator to send it again.';
const ASK_RECEIPT = 'Ask the learner to hand in again.';

/** The messages; `{detail}` is what the case adds. */
const MESSAGES = {
	// Modules
	'module/none': [
		'This is no Milium module.',
		NOTHING_KEPT,
		'Check that it is the link, code or file that your educator sent.'
	],
	'module/cut-off': [
		'The link is incomplete.',
		NOTHING_KEPT,
		'Copy the whole link, to its last character.'
	],
	'module/newer': [
		'This module was made with a newer Milium.',
		NOTHING_KEPT,
		'Update Milium, then open it again.'
	],
	'module/damaged': ['This module cannot be read. {detail}', NOTHING_KEPT, ASK_MODULE],
	'module/changed': [
		'This module was changed after its educator signed it.',
		'It was refused, and nothing was stored.',
		ASK_MODULE
	],
	'module/questions-differ': [
		'This module was made with other versions of the questions than yours. {detail}',
		NOTHING_KEPT,
		'Update Milium, or ask your educator for the module as a file.'
	],
	'module/items-missing': [
		'A question of this module is not in the file. {detail}',
		NOTHING_KEPT,
		'Ask your educator for the whole file.'
	],
	'module/too-large': ['This is too large for a module. {detail}', NOTHING_KEPT, ASK_MODULE],
	'educator/other-key': [
		'You know this educator’s name with another key. {detail}',
		'Nothing was stored, and the key you know was kept.',
		'Ask the educator in person for the four words of their key.'
	],
	// Receipts
	'receipt/none': [
		'This is no Milium receipt.',
		RECEIPTS_SAFE,
		'Check that it is the text, code or file that the learner sent.'
	],
	'receipt/newer': [
		'This receipt was made with a newer Milium.',
		RECEIPTS_SAFE,
		'Update Milium, then import it again.'
	],
	'receipt/cut-off': [
		'The receipt is incomplete.',
		RECEIPTS_SAFE,
		'Copy the whole text, or import the file.'
	],
	'receipt/too-large': ['This is too large for a receipt. {detail}', RECEIPTS_SAFE, ASK_RECEIPT],
	'receipt/other-educator': [
		'This receipt is for another educator, or for a key that is not on this device. {detail}',
		RECEIPTS_SAFE,
		'Import it where that key is, or restore the key from its file.'
	],
	'receipt/other-key': [
		'This receipt is for a module of yours, but the key that opens it is not on this device. {detail}',
		RECEIPTS_SAFE,
		'Restore that key from its key file, then try again.'
	],
	'receipt/undecryptable': [
		'This receipt was changed on its way, or was not sealed for you.',
		RECEIPTS_SAFE,
		ASK_RECEIPT
	],
	'receipt/damaged': ['This receipt cannot be read. {detail}', RECEIPTS_SAFE, ASK_RECEIPT],
	'receipt/changed': [
		'This receipt does not bear the signature of the device that it names.',
		RECEIPTS_SAFE,
		ASK_RECEIPT
	],
	'receipt/unknown-module': [
		'This receipt is for a module that is not on this device.',
		RECEIPTS_SAFE,
		'Import it where the module was made, or open the module’s file here first.'
	],
	'receipt/wrong-module': [
		'This receipt is for another module. {detail}',
		RECEIPTS_SAFE,
		'Import it in the results of that module.'
	],
	'receipt/wrong-revision': [
		'This receipt is for another revision of the module. {detail}',
		RECEIPTS_SAFE,
		'Count it with that revision, or ask the learner to take the new one.'
	],
	'receipt/questions-differ': [
		'The questions answered are not those of the module. {detail}',
		RECEIPTS_SAFE,
		ASK_RECEIPT
	],
	'receipt/not-drawn': [
		'The questions answered are not the ones drawn for this learner. {detail}',
		RECEIPTS_SAFE,
		ASK_RECEIPT
	],
	'receipt/duplicate': [
		'This receipt was imported before.',
		'It counts once.',
		'Nothing needs to be done.'
	],
	'receipt/replayed': [
		'This device has handed in this attempt before, with other answers.',
		'The first one stands; this one was set aside.',
		'Look at both and decide which to count.'
	],
	'receipt/late': [
		'This receipt was handed in after the module closed. {detail}',
		RECEIPTS_SAFE,
		'Count it if you wish.'
	],
	'receipt/attempts': [
		'This is more attempts than the module allows. {detail}',
		RECEIPTS_SAFE,
		'Count it if you wish.'
	],
	// QR codes in parts
	'parts/none': [
		'This is no part of a Milium code.',
		'The parts read so far are kept.',
		'Point the camera at the code on the other screen.'
	],
	'parts/damaged': [
		'This part is damaged.',
		'The parts read so far are kept.',
		'Read it once more.'
	],
	'parts/mixed': [
		'This part belongs to another code.',
		'The parts read so far are kept.',
		'Finish the code you began with, or start again with this one.'
	],
	'parts/missing': [
		'Parts are missing. {detail}',
		'The parts read so far are kept.',
		'Read the missing parts.'
	],
	'parts/spoilt': [
		'The parts are all there but do not fit together.',
		'Nothing was read from them.',
		'Start again, and read all parts from one screen.'
	],
	'picture/no-code': [
		'There is no readable QR code in this picture.',
		NOTHING_KEPT,
		'Take the picture again: straight, sharp, with the whole code and its margin.'
	],
	// Keys
	'key/none': [
		'This is no Milium key file.',
		'Your present key was kept.',
		'Choose the file that was saved as your educator key.'
	],
	'key/newer': [
		'This key file was made with a newer Milium.',
		'Your present key was kept.',
		'Update Milium, then restore it again.'
	],
	'key/passphrase': [
		'The passphrase does not open this key file, or the file is damaged.',
		'Your present key was kept.',
		'Check capital letters and spaces, and try again.'
	],
	'key/damaged': [
		'This key file opens, but holds no whole key.',
		'Your present key was kept.',
		'Use another copy of the file.'
	],
	'key/unavailable': [
		'This browser cannot make or use keys here.',
		'Nothing was changed.',
		'Open Milium by https, in a current browser.'
	]
} as const satisfies Record<string, readonly [string, string, string]>;

export type ProblemCode = keyof typeof MESSAGES;
export const PROBLEM_CODES = Object.keys(MESSAGES) as ProblemCode[];

/** The problem with that code. `detail`: a whole sentence about this very case. */
export function problem(code: ProblemCode, detail = ''): ModuleProblem {
	const [happened, safe, next] = MESSAGES[code];
	return { code, happened: happened.replace('{detail}', detail).trim(), safe, next };
}

/** What was asked for, or why not. */
export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problem: ModuleProblem };

export const succeeded = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (
	code: ProblemCode,
	detail?: string
): { ok: false; problem: ModuleProblem } => ({
	ok: false,
	problem: problem(code, detail)
});
