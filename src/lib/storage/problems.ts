// What can go wrong with storage, in words for the learner: what happened, what is safe, what to do.
import type { StorageProblem } from '$lib/session/store';

export const PROBLEMS = {
	full: {
		code: 'full',
		happened: 'There is no space left to save on this device.',
		safe: 'Everything that was shown as saved is kept. Your latest answer is still on this page.',
		next: 'Free some space on the device, then save again.'
	},
	slow: {
		code: 'lost-connection',
		happened: 'Saving takes longer than it should.',
		safe: 'Your latest answer is still on this page, and everything before it is saved.',
		next: 'Leave this page open. If other Milium windows are open, close them.'
	},
	lostConnection: {
		code: 'lost-connection',
		happened: 'The browser lost its connection to the saved data.',
		safe: 'Everything that was shown as saved is kept. Your latest answer is still on this page.',
		next: 'Save again. If that does not help, reload the page.'
	},
	newerVersion: {
		code: 'newer-version',
		happened: 'Milium was updated in another window.',
		safe: 'Everything that was saved is kept. This window runs the old version and saves nothing more.',
		next: 'Reload this page.'
	},
	lost: {
		code: 'lost',
		happened: 'The browser has deleted saved data of Milium.',
		safe: 'What Milium had a second copy of was brought back; older answers may be missing.',
		next: 'You can go on: new answers are saved.'
	},
	unavailable: {
		code: 'unavailable',
		happened: 'This browser does not let Milium save.',
		safe: 'You can practise, but your answers are kept only until this window is closed.',
		next: 'Leave private browsing, or allow this site to store data, and reload the page.'
	},
	unavailableJournal: {
		code: 'unavailable',
		happened: 'The browser could not open the database of Milium.',
		safe: 'Your new answers go to a second place and will be added once the database can be opened. Earlier progress is not shown meanwhile.',
		next: 'Close all windows of the browser and open Milium again. If that does not help, rebuild from the journal.'
	},
	held: {
		code: 'unavailable',
		happened: 'Another window of Milium holds the damaged database.',
		safe: 'The journal and the snapshots are as they were.',
		next: 'Close all other windows and tabs of Milium, then try again here.'
	},
	kept: {
		code: 'unavailable',
		happened: 'The browser did not let go of the damaged database.',
		safe: 'The journal and the snapshots are as they were.',
		next: 'Close all windows of the browser, open Milium again and try once more.'
	},
	notMade: {
		code: 'unavailable',
		happened: 'The browser could not make a new database.',
		safe: 'The journal and the snapshots are as they were. Your answers come back once a database can be made.',
		next: 'Free some space on the device, close all windows of the browser, open Milium again and try once more.'
	},
	erased: {
		code: 'erased',
		happened: 'Everything that Milium kept on this device was erased.',
		safe: 'Nothing is saved from this window any more.',
		next: 'Reload this page to begin anew.'
	},
	damaged: {
		code: 'damaged',
		happened: 'This answer could not be saved because its record is not readable.',
		safe: 'Everything before it is saved.',
		next: 'Reload the page and answer the question again. If it happens again, please report it.'
	},
	unknown: {
		code: 'unknown',
		happened: 'Saving did not work.',
		safe: 'Everything that was shown as saved is kept. Your latest answer is still on this page.',
		next: 'Save again. If that does not help, reload the page.'
	}
} as const satisfies Record<string, StorageProblem>;
