// The module of the story: its questions, what each learner answers, the points that this must give, and how it is made and taken.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { saved } from './app.js';

interface Option {
	readonly id: string;
	readonly text: string;
}
interface Question {
	readonly id: string;
	readonly options: readonly Option[];
	readonly key: { readonly choice?: string; readonly choices?: readonly string[] };
}

const BANK = JSON.parse(readFileSync('questions/banks/milia-basics/bank.json', 'utf8')) as {
	readonly items: readonly Question[];
};

/** What each learner answers to each question, by the letters of the options; empty where it is left blank. */
const ANSWERS: Readonly<Record<string, readonly [string, string, string]>> = {
	'def-what-fills-it': ['c', 'c', 'a'],
	'oral-midline-name': ['a', 'b', 'a'],
	'neo-white-pearls': ['d', 'd', 'd'],
	'def-what-it-does': ['a', '', 'b'],
	'neo-teach-back': ['beg', 'abeg', 'bc']
};
export const QUESTIONS: readonly Question[] = Object.keys(ANSWERS).map((id) => {
	const found = BANK.items.find((one) => one.id === id);
	if (found === undefined) throw new Error(`${id} is not in the bank`);
	return found;
});

/** Points of a response: one for each keyed option, one less for each other, never below 0; a single choice is one or none. */
function pointsOf({ key }: Question, chosen: string): number {
	const keyed = key.choices ?? [key.choice];
	const right = [...chosen].filter((one) => keyed.includes(one)).length;
	return Math.max(0, right - (chosen.length - right));
}
export const answersOf = (learner: number) =>
	Object.values(ANSWERS).map((one) => one[learner] ?? '');
/** Rows: the three learners; columns: the questions. */
export const POINTS = [0, 1, 2].map((learner) =>
	answersOf(learner).map((chosen, at) => pointsOf(QUESTIONS[at] as Question, chosen))
);
/** Most points of each question. */
export const MOST = QUESTIONS.map(({ key }) => key.choices?.length ?? 1);
export const LEFT_BLANK = [0, 1, 2].flatMap(answersOf).filter((one) => one === '').length;

const LIMIT_MIN = 30;
export const ACCOMMODATION = { code: 'otter', words: `45 min (extended from ${LIMIT_MIN})` };
export const PASS_PERCENT = 60;

/** Makes the module on `/modules/`: chosen by hand, timed, with a pass mark and an accommodation. Ends where it is shared. */
export async function makeModule(page: Page, title: string): Promise<void> {
	await page.getByRole('link', { name: 'New module' }).click();
	await page.getByText('the module takes').waitFor();
	await page.getByRole('textbox', { name: 'Title' }).fill(title);
	await page.getByRole('radio', { name: /^By hand/ }).check();
	const found = page.getByRole('list', { name: 'Found questions' }).getByRole('checkbox');
	for (const { id } of QUESTIONS) {
		await page.getByRole('searchbox', { name: 'Search questions' }).fill(id);
		await page.getByText('1 question found').waitFor();
		await found.check();
	}
	await page.getByRole('radio', { name: /^Exam/ }).check();
	await page.getByText('Time and attempts').click();
	await page.getByRole('checkbox', { name: 'Time limit' }).check();
	await page.getByRole('checkbox', { name: 'Pass mark' }).check();
	await page.getByRole('spinbutton', { name: 'Percent' }).fill(String(PASS_PERCENT));
	await page.getByText('Order', { exact: true }).click();
	await page.getByRole('combobox', { name: 'Questions' }).selectOption('As written');
	await page.getByText('Accommodations').click();
	await page.getByRole('button', { name: 'Add an accommodation' }).click();
	await page.getByRole('textbox', { name: 'Code' }).fill(ACCOMMODATION.code);
	await page.getByText(ACCOMMODATION.words).waitFor();
	await page.getByText(`${QUESTIONS.length} questions for each learner`).waitFor();
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('textbox', { name: /Your name/ }).fill('Dr. Ada');
	await page.getByRole('button', { name: 'Make my key and share' }).click();
	await page.getByRole('heading', { name: `Share: ${title}` }).waitFor();
	await page.getByRole('img', { name: /^QR code/ }).waitFor();
}

/** Accepts the module that is offered and starts it, with a code where there is one. */
export async function begin(page: Page, code?: string): Promise<void> {
	await page.getByRole('button', { name: 'Accept this module' }).click();
	if (code !== undefined) {
		await page.getByText('I have a code').click();
		await page.getByRole('textbox', { name: 'Code' }).fill(code);
		await page.getByRole('button', { name: 'Use the code' }).click();
		await page.getByText(ACCOMMODATION.words).waitFor();
	}
	await page.getByRole('button', { name: 'Start', exact: true }).click();
}

/** Waits for the question at this place. */
export const atQuestion = (page: Page, place: number) =>
	page.getByRole('heading', { name: `Question ${place + 1} of ${QUESTIONS.length}` }).waitFor();

/** The control of an option of the question on screen. */
export function control(page: Page, place: number, letter: string) {
	const { key, options } = QUESTIONS[place] as Question;
	const role = key.choices === undefined ? 'radio' : 'checkbox';
	const name = options.find((one) => one.id === letter)?.text ?? '';
	return page.locator('[data-question]').getByRole(role, { name, exact: true });
}

/** Answers the questions at places `from` to before `to` as the learner does; ends on the last of them, with everything saved. */
export async function answer(
	page: Page,
	learner: number,
	[from, to]: readonly [number, number]
): Promise<void> {
	for (let place = from; place < to; place += 1) {
		if (place > from) await page.getByRole('button', { name: 'Next question' }).click();
		await atQuestion(page, place);
		const letters = [...(answersOf(learner)[place] ?? '')];
		for (const letter of letters) await control(page, place, letter).check();
		if (letters.length > 0) await saved(page);
	}
}

/** Submits and seals under a name; ends where the receipt can be given away. */
export async function seal(page: Page, name: string): Promise<void> {
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByRole('heading', { name: /^Hand in:/ }).waitFor();
	await page.getByRole('textbox', { name: /Your name or code/ }).fill(name);
	await page.getByText('What is sent').click();
	await page.getByRole('button', { name: 'Seal my answers' }).click();
	await page.getByText('Sealed.').waitFor();
}

/** Seconds that the clock on screen leaves, and when it was read (s). */
export async function timeLeft(page: Page): Promise<{ readonly s: number; readonly at: number }> {
	const text = await page.getByRole('timer').innerText();
	const [minutes = Number.NaN, seconds = Number.NaN] = text.split(':').map(Number);
	return { s: 60 * minutes + seconds, at: Date.now() / 1000 };
}

/** What goes before every script of a page: a device whose clock is off by `ms`, and can be set by `setClock(ms)`. */
export const clockOff = (ms: number) => `
	{
		const true_ = Date.now.bind(Date);
		let off = ${ms};
		Date.now = () => true_() + off;
		globalThis.setClock = (by) => { off += by; };
	}`;
