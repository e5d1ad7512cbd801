// F25: what F3 does to Chromium's files, to the files of Firefox: it keeps each database in one file of SQLite, with a log beside it.
import {
	closeSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { damaged, filled, type Engine } from './corruption.js';
import { missingFirefox, startFirefox } from './firefox.js';
import type { Fault } from './types.js';

/** Files of the database, the main one or its log; the largest first. Others, beside `idb`, hold the journal. */
function filesOf(profile: string, end: '.sqlite' | '.sqlite-wal'): string[] {
	const storage = join(profile, 'storage/default');
	return readdirSync(storage, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(end) && /127\.0\.0\.1[^/]*\/idb\//.test(name))
		.map((name) => join(storage, name))
		.sort((a, b) => statSync(b).size - statSync(a).size);
}

const halve = (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2));
const one = (profile: string, end: '.sqlite' | '.sqlite-wal'): string => {
	const [file] = filesOf(profile, end);
	if (file === undefined) throw new Error(`No database in ${profile}`);
	return file;
};

const DAMAGE: Readonly<Record<string, (profile: string) => void>> = {
	'the database deleted': (profile) => {
		for (const end of ['.sqlite', '.sqlite-wal'] as const)
			for (const file of filesOf(profile, end)) rmSync(file);
	},
	'the head of the database garbled': (profile) => {
		const file = openSync(one(profile, '.sqlite'), 'r+');
		writeSync(file, Buffer.alloc(100, 0xab), 0, 100, 0);
		closeSync(file);
	},
	'half the database torn off': (profile) => halve(one(profile, '.sqlite')),
	'half the log torn off': (profile) => halve(one(profile, '.sqlite-wal'))
};
const NAMES = Object.keys(DAMAGE);

const FIREFOX: Engine = {
	start: startFirefox,
	identity: (profile) =>
		filesOf(profile, '.sqlite')
			.map((file) => statSync(file).ino)
			.join(),
	// One that is closed puts its log away.
	killed: true,
	// It goes on with a file of which the head is right and the rest is gone, and answers every request with an error. Milium says so
	// and keeps answers in the journal, from which everything must come back when the learner has the database built anew.
	rebuilds: true
};

export const corruptionInFirefox: Fault = {
	id: 'F25',
	title: 'files of the database torn, garbled or deleted, then started three times',
	promise: 'P1',
	engine: 'Firefox',
	cases: NAMES,
	quick: 2,
	long: NAMES.length,
	missing: missingFirefox,
	prepare: async (ground) => {
		const from = await filled(ground, FIREFOX);
		return {
			trial: async (_dice, seed) => {
				const damage = DAMAGE[NAMES[seed] ?? ''];
				if (damage === undefined) throw new Error(`There are ${NAMES.length} cases`);
				await damaged(ground, from, damage, FIREFOX);
			},
			close: async () => rmSync(from.profile, { recursive: true, force: true })
		};
	}
};
