// F1, F2 and F4: the browser killed in the middle of saving, and in the middle of starting and recovering.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startChromium } from '../e2e/chromium.js';
import type { Dice } from './dice.js';
import { missingFirefox, startFirefox } from './firefox.js';
import type { Ground } from './ground.js';
import {
	answerMany,
	Memory,
	openQuiz,
	readTruth,
	settle,
	startLearner,
	withLearner,
	type Start
} from './learner.js';
import { hold, type Fault, type Rig } from './types.js';

/** Kills on one profile; then a new one, so that reading everything back stays quick. */
const PER_PROFILE = 25;
/** A kill comes up to so long after answering has begun. */
const ANSWERING_MS = 1500;
/** A start, with a recovery in it, takes about so long on two busy cores. */
const STARTING_MS = 1800;

/** A profile with what its learner was told. */
class Place {
	readonly profile: string;
	readonly memory = new Memory();
	trials = 0;

	private constructor(
		ground: Ground,
		readonly start: Start
	) {
		this.profile = ground.folder();
	}

	static async make(ground: Ground, start: Start): Promise<Place> {
		const place = new Place(ground, start);
		await withLearner(place.profile, place.memory, (page) => settle(page, ground.root), start);
		return place;
	}

	/** Starts as a learner would after a crash, and looks whether everything is there. */
	async check(ground: Ground): Promise<void> {
		const { profile, memory, start } = this;
		const look = async (page: Page) => {
			await openQuiz(page, ground.root);
			memory.check(await readTruth(page));
		};
		await withLearner(profile, memory, look, start);
	}
}

async function killWhileAnswering(place: Place, ground: Ground, dice: Dice): Promise<void> {
	const browser = await startLearner(place.profile, place.memory, place.start);
	try {
		await openQuiz(browser.page, ground.root);
		// What the kill before has left is looked at by the start that it needs anyway.
		place.memory.check(await readTruth(browser.page));
		const before = place.memory.saved.length;
		let ended: string | undefined;
		const answering = answerMany(browser.page, ground.root, 500, dice.below(5)).then(
			() => (ended = 'all were answered'),
			(error: unknown) => (ended = String(error))
		);
		while (place.memory.saved.length === before) {
			hold(ended === undefined, `no answer was called saved: ${ended}`);
			await pause(5);
		}
		await pause(dice.below(ANSWERING_MS));
		await browser.kill();
		await answering;
	} finally {
		await browser.kill();
	}
}

function rig(
	ground: Ground,
	trial: (place: Place, dice: Dice, seed: number) => Promise<void>,
	start: Start = startChromium
): Rig {
	let place: Place | undefined;
	return {
		trial: async (dice, seed) => {
			if (place === undefined || place.trials >= PER_PROFILE) {
				await place?.check(ground);
				if (place !== undefined) rmSync(place.profile, { recursive: true, force: true });
				place = await Place.make(ground, start);
			}
			place.trials += 1;
			await trial(place, dice, seed);
		},
		close: async () => {
			await place?.check(ground);
		}
	};
}

export const killsWhileAnswering: Fault = {
	id: 'F1',
	title: 'browser killed while answering at full speed',
	promise: 'P1',
	engine: 'Chromium',
	quick: 12,
	long: 300,
	prepare: async (ground) => rig(ground, (place, dice) => killWhileAnswering(place, ground, dice))
};

export const killsOfFirefox: Fault = {
	id: 'F4',
	title: 'browser killed while answering at full speed',
	promise: 'P1',
	engine: 'Firefox',
	quick: 3,
	long: 30,
	missing: missingFirefox,
	prepare: async (ground) =>
		rig(ground, (place, dice) => killWhileAnswering(place, ground, dice), startFirefox)
};

/** Where Chromium keeps the database; without it a start has everything to restore. */
export const databaseFolder = (profile: string) => join(profile, 'Default/IndexedDB');

export const killsAtStart: Fault = {
	id: 'F2',
	title: 'browser killed while it starts or restores a lost database',
	promise: 'P1',
	engine: 'Chromium',
	quick: 8,
	long: 200,
	prepare: async (ground) =>
		rig(ground, async (place, dice, seed) => {
			if (place.memory.saved.length === 0) await killWhileAnswering(place, ground, dice);
			if (seed % 3 === 0 && existsSync(databaseFolder(place.profile)))
				rmSync(databaseFolder(place.profile), { recursive: true });
			const browser = await startLearner(place.profile, place.memory);
			void browser.page.goto(`${ground.root}session/`).catch(() => undefined);
			await pause(dice.below(STARTING_MS));
			await browser.kill();
			if (seed % 4 === 0) await place.check(ground);
		})
};
