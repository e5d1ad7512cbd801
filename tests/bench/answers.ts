// Answering questions as a learner does: choose, think for a moment, tap **Check answer**.
import type { Tab } from './browser.js';

/** Longer than the pause after which Milium stores a response that is not checked yet, as it is for a person. */
const THINKING_MS = 500;
const FEEDBACK_WITHIN_MS = 10_000;

export interface Answered {
	/** From the tap until the frame with the result has been painted. */
	readonly ms: number;
	/** From the tap until the page says that the answer is stored. */
	readonly savedMs: number;
	/** Whether the result was on the screen without scrolling. */
	readonly inView: boolean;
}

/** Answers the question on screen. `n` varies the options taken. Rejects where the page does not take the response. */
export async function answerOne({ page }: Tab, n: number): Promise<Answered> {
	await page.evaluate(`bench.choose(${n})`);
	await page.waitForTimeout(THINKING_MS);
	const button = page.getByRole('button', { name: 'Check answer' });
	await button.scrollIntoViewIfNeeded();
	await page.evaluate('bench.arm()');
	await button.tap();
	const result = page.evaluate<Answered>('bench.result()');
	const late = page.waitForTimeout(FEEDBACK_WITHIN_MS).then(() => undefined);
	const answered = await Promise.race([result, late]);
	void result.catch(() => undefined);
	if (answered !== undefined) return answered;
	const said = await page.getByRole('alert').allInnerTexts();
	throw new Error(`No feedback came. The page says: ${said.join(' ').trim() || 'nothing'}`);
}

/** Goes on to the next question; false where there is none. */
export async function next({ page }: Tab): Promise<boolean> {
	const button = page.getByRole('button', { name: 'Next question' });
	if (!(await button.isVisible())) return false;
	await button.tap();
	await page.getByRole('button', { name: 'Check answer' }).waitFor();
	return true;
}
