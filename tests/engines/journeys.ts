// What every engine must get through: a quiz that survives a reload and the loss of its host, every page without a network, and a
// refusal to be shown in a frame. One description; a driver for each engine follows it.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../e2e/routes.js';
import { until, type Driver } from './driver.js';
import { answerHostile, answersIn, backUp, withFile } from './files.js';
import { host, type Host } from './host.js';
import { importReceipt, makeModule, takeModule } from './module.js';
import { onScreen, storedForOffline, watch, wrongs } from './page.js';
import { checkAnswer, respond } from './quiz.js';
import { sameAsOthers } from './same.js';

const BUILDS = [
	{ dir: 'build', base: '' },
	{ dir: '.milium/build-folder', base: '/milium' }
] as const;

/** Runs in the page. What every item type of the gallery gave: its name and its points. */
function outcomes(): string[] {
	return [...document.querySelectorAll('article:has([data-question])')].map((article) =>
		[article.querySelector('h3'), article.querySelector('[role=status]')]
			.map((one) => (one?.textContent ?? '').replace(/\s+/g, ' ').trim())
			.join(' ')
	);
}

/** Runs in the page. Takes chance out of the next quiz: what it asks, and in which order, is the same in every browser. */
function fixSeed(): void {
	const roll = crypto.getRandomValues.bind(crypto);
	crypto.getRandomValues = (into) => {
		// Of all that is rolled, a seed alone is four bytes long.
		if (into instanceof Uint8Array && into.length === 4) into.set([0, 0, 0, 7]);
		else roll(into);
		return into;
	};
}

const digestOf = (value: unknown): string =>
	createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** The journeys, for the browser that `start` gives. */
export function journeys(start: () => Promise<Driver>): void {
	let driver: Driver;
	let at: Host;
	beforeAll(async () => {
		driver = await start();
		process.stdout.write(`${driver.engine} ${driver.version}\n`);
	});
	afterAll(() => driver?.close());
	afterEach(async ({ task }) => {
		if (task.result?.state === 'fail') process.stdout.write(`${await onScreen(driver)}\n`);
		await at?.down();
	});

	/** Nothing was stopped by the policy, nothing left for another origin, nothing broke. */
	async function expectNoFaults(): Promise<void> {
		expect([...at.faults, ...driver.foreign, ...(await wrongs(driver))]).toEqual([]);
	}
	async function go(path: string): Promise<void> {
		await driver.goto(at.url + path);
		await watch(driver);
	}

	test('a quiz is started, answered, reloaded and finished without its host', async () => {
		at = await host('build', '');
		await go('');
		await driver.run(fixSeed, undefined);
		await driver.press({ role: 'link', name: 'Start quiz' });
		for (let question = 1; question <= 3; question += 1) {
			await driver.see({ role: 'heading', name: `Question ${question} of 10` });
			await respond(driver);
			await checkAnswer(driver);
			if (question === 2) {
				await expectNoFaults();
				await driver.reload();
				await watch(driver);
				await driver.see({ role: 'heading', name: 'Question 2 of 10' });
				await driver.see({ role: 'status', name: 'point' });
			}
			await driver.press({ role: 'button', name: 'Next question' });
		}
		await storedForOffline(driver);
		await expectNoFaults();
		await at.down();
		await driver.reload();
		await watch(driver);
		for (let question = 4; question <= 10; question += 1) {
			await driver.see({ role: 'heading', name: `Question ${question} of 10` });
			await respond(driver);
			await checkAnswer(driver);
			await driver.press({
				role: 'button',
				name: question === 10 ? 'Finish' : 'Next question'
			});
		}
		await driver.see({ role: 'heading', name: 'Results' });
		await go('progress/');
		await driver.see({ role: 'table', name: 'Accuracy by topic' });
		await until('ten answers', () =>
			driver.run(() => document.body.textContent.includes('10 questions answered'), undefined)
		);
		await go('settings/');
		const answers = answersIn(await backUp(driver));
		process.stdout.write(`${driver.engine}: ${digestOf(answers)}\n`);
		// The questions, the plan, ten answers with their points.
		expect(answers).toHaveLength(12);
		expect(answers).toEqual(sameAsOthers('answers', driver.engine, answers));
		await expectNoFaults();
	});

	test.each(BUILDS)('every page opens without its host, under “$base”', async ({ dir, base }) => {
		at = await host(dir, base);
		await go('');
		await storedForOffline(driver);
		await expectNoFaults();
		await at.down();
		for (const { path, heading } of ROUTES) {
			await go(path);
			await driver.see({ role: 'heading', name: heading });
			expect(await wrongs(driver), path).toEqual([]);
		}
		await expectNoFaults();
	});

	test('every page keeps to the policy on its way from the host', async () => {
		at = await host('build', '');
		for (const { path, heading } of ROUTES) {
			await go(path);
			await driver.see({ role: 'heading', name: heading });
		}
		await expectNoFaults();
	});

	test('every item type takes an answer and gives the same points', async () => {
		at = await host('build', '');
		await go('gallery/?state=try');
		await until('the gallery', () =>
			driver.run(() => document.querySelector('[data-gallery]') !== null, undefined)
		);
		const count = await driver.run(
			() => document.querySelectorAll('[data-question]').length,
			undefined
		);
		expect(count).toBeGreaterThan(15);
		for (let question = 0; question < count; question += 1) {
			await respond(driver, question);
			await driver.click('article:has([data-now]) .button.primary');
		}
		const given = await until('the points of every item type', async () => {
			const texts = await driver.run(outcomes, undefined);
			return texts.every((text) => /\. \d+ of \d+ points?$/.test(text)) && texts;
		});
		expect(given).toHaveLength(count);
		expect(given).toEqual(sameAsOthers('points', driver.engine, given));
		await expectNoFaults();
	});

	test('a bank of hostile texts is only ever read', async () => {
		at = await host('build', '');
		await go('banks/');
		expect(await answerHostile(driver, at.url)).toEqual([]);
		await expectNoFaults();
	});

	test('a backup carries an answer to another device', async () => {
		at = await host('build', '');
		await go('');
		await driver.press({ role: 'link', name: 'Start quiz' });
		await respond(driver);
		await checkAnswer(driver);
		await go('settings/');
		const backup = await backUp(driver);
		await expectNoFaults();
		await at.down();
		// Another origin has its own storage, as another device has.
		at = await host('build', '');
		await go('settings/');
		await until('the place to restore', () =>
			driver.run(() => document.querySelector('input[type=file]') !== null, undefined)
		);
		await withFile('milium.backup', backup, async (path) => {
			await driver.upload('input[type=file]', path);
			await driver.press({ role: 'button', name: 'Restore now' });
			await driver.see({ role: 'status', name: 'was restored.' });
		});
		await go('progress/');
		await until('the answer', () =>
			driver.run(() => /\b1 question answered/.test(document.body.innerText), undefined)
		);
		await expectNoFaults();
	});

	test('a module goes out to a learner without a network, and comes back with the answers', async () => {
		at = await host('build', '');
		// Another origin has its own storage, as another device has.
		const learners = await host('build', '');
		try {
			await go('modules/');
			const link = await makeModule(driver);
			await expectNoFaults();
			await driver.goto(link.replace(at.url, learners.url));
			await watch(driver);
			await driver.see({ role: 'button', name: 'Accept this module' });
			await storedForOffline(driver);
			await learners.down();
			await driver.press({ role: 'button', name: 'Accept this module' });
			await driver.press({ role: 'button', name: 'Start' });
			const { file, points } = await takeModule(driver);
			expect([...learners.faults, ...(await wrongs(driver))]).toEqual([]);
			await go('modules/results/');
			const counted = await withFile('receipt.txt', file, (path) => importReceipt(driver, path));
			expect(counted).toBe(points);
			await expectNoFaults();
		} finally {
			await learners.down();
		}
	});

	describe('in a frame of another page', () => {
		const inFrame = () =>
			driver.run(() => {
				const body = document.querySelector('iframe')?.contentDocument?.body;
				return { text: body?.textContent ?? '', buttons: body?.querySelectorAll('button').length };
			}, undefined);

		test('Milium says why it does not run there, and does not run', async () => {
			at = await host('build', '', { frames: true });
			await driver.goto(at.framing);
			await until('the refusal', async () => (await inFrame()).text.includes('does not run'));
			const { text, buttons } = await inFrame();
			expect(text).not.toContain('Start quiz');
			expect(buttons).toBe(0);
		});
		test('a host with the headers does not let it come that far', async () => {
			at = await host('build', '');
			await driver.goto(at.framing);
			await driver.run(() => new Promise((done) => setTimeout(done, 1000)), undefined);
			const text = await inFrame().then(
				(frame) => frame.text,
				// Some engines close what they did not show.
				() => ''
			);
			expect(text).not.toMatch(/Milium|Start quiz/);
		});
	});
}
