// A module on its way: made by an educator, taken by a learner, and back with the learner's answers. What the two have of each other
// is the link and the file.
import { until, type Driver } from './driver.js';
import { catchFiles, caughtFile } from './files.js';
import { checkAnswer, respond } from './quiz.js';

export const TITLE = 'Milia or acne?';
export const LEARNER = 'Sam';
const QUESTIONS = 2;

/** On the page of modules: makes a module of two questions, with a key made for it, and gives its link. */
export async function makeModule(driver: Driver): Promise<string> {
	await driver.press({ role: 'link', name: 'New module' });
	await driver.see({ role: 'status', name: 'the module takes' });
	await driver.type('section[aria-label="Title and message"] input', 0, TITLE);
	await driver.type('fieldset input[type=number]', 0, String(QUESTIONS));
	await driver.see({ role: 'status', name: `the module takes ${QUESTIONS}.` });
	await driver.press({ role: 'button', name: 'Share' });
	await driver.type('dialog input', 0, 'Dr. Ada');
	await driver.press({ role: 'button', name: 'Make my key and share' });
	await driver.see({ role: 'heading', name: 'Share:' });
	return until('the link', () =>
		driver.run(
			() =>
				[...document.querySelectorAll('input')].find((one) => one.value.includes('#'))?.value ??
				false,
			undefined
		)
	);
}

/** From the first question on: answers, hands in, and gives the file that is handed in and the learner's points, “1 of 2”. */
export async function takeModule(driver: Driver): Promise<{ file: Uint8Array; points: string }> {
	for (let question = 1; question <= QUESTIONS; question += 1) {
		await driver.see({ role: 'heading', name: `Question ${question} of ${QUESTIONS}` });
		await respond(driver);
		await checkAnswer(driver);
		await driver.press({
			role: 'button',
			name: question === QUESTIONS ? 'Finish' : 'Next question'
		});
	}
	await driver.see({ role: 'heading', name: `Hand in: ${TITLE}` });
	const points = await until('the points', () => driver.run(pointsOnScreen, undefined));
	await driver.type('section[aria-labelledby=give] input', 0, LEARNER);
	await driver.press({ role: 'button', name: 'Seal my answers' });
	await driver.see({ role: 'status', name: 'Sealed.' });
	await catchFiles(driver);
	await driver.press({ role: 'button', name: 'Save as a file' });
	await driver.see({ role: 'heading', name: 'Handed in' });
	return { file: await caughtFile(driver), points };
}

/** Runs in the page. */
function pointsOnScreen(): string | undefined {
	const figure = document.querySelector('section[aria-labelledby=how]')?.textContent ?? '';
	return /(\d+ of \d+) points/.exec(figure.replace(/\s+/g, ' '))?.[1];
}

/** On the page of module results: brings the file at `path` in and gives the points that the educator sees, “1 of 2”. */
export async function importReceipt(driver: Driver, path: string): Promise<string> {
	await until('the place for receipts', () =>
		driver.run(
			() => document.querySelector('input[type=file][multiple]:not([accept]):enabled') !== null,
			undefined
		)
	);
	await driver.upload('input[type=file]:not([accept])', path);
	await driver.see({ role: 'status', name: '1 receipt counted' });
	await driver.press({ role: 'link', name: TITLE });
	await driver.see({ role: 'table', name: 'Learners' });
	return until('the points of the learner', () =>
		driver.run((name) => {
			const row = [...document.querySelectorAll('tr')].find((one) =>
				one.querySelector('th')?.textContent.includes(name)
			);
			return [...(row?.cells ?? [])]
				.map((one) => one.textContent.trim())
				.find((text) => /^\d+ of \d+$/.test(text));
		}, LEARNER)
	);
}
