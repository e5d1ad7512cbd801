// Answers whatever question is on the screen, by clicks and typing.
import { until, type Driver } from './driver.js';

type Step =
	| { readonly act: 'done' | 'wait' }
	| { readonly act: 'click' | 'type'; readonly selector: string; readonly at: number }
	| { readonly act: 'choose'; readonly at: number };

const MOST_STEPS = 60;

/** Responds to the question on screen, or to that of those on screen, until it can be checked. */
export async function respond(driver: Driver, question = 0): Promise<void> {
	await until('the question', () =>
		driver.run((at) => document.querySelectorAll('[data-question]').length > at, question)
	);
	for (let taken = 0; taken < MOST_STEPS; taken += 1) {
		// A question is fetched when it is its turn. Waiting is no step: what comes next must not depend on how long it took.
		const step = await until('something to answer with', async () => {
			const next = await driver.run(nextStep, { question, taken });
			return next.act !== 'wait' && next;
		});
		if (step.act === 'done') return;
		if (step.act === 'click') await driver.click(step.selector, step.at);
		if (step.act === 'type') await driver.type(step.selector, step.at, '1');
		if (step.act === 'choose') await driver.choose('[data-now] select', step.at, 1);
	}
	const markup = await driver.run(() => document.querySelector('[data-now]')?.outerHTML, undefined);
	throw new Error(`The question cannot be answered: ${markup?.slice(0, 3000)}`);
}

/** Checks the answer, and waits for its points and for its being saved. */
export async function checkAnswer(driver: Driver): Promise<void> {
	await driver.press({ role: 'button', name: 'Check answer' });
	await until('points and the word that they are saved', () =>
		driver.run(
			() =>
				[...document.querySelectorAll('[role=status]')].some((one) =>
					/(Correct|Partly correct|Incorrect)\.[^]*\d+ of \d+ point/.test(one.textContent)
				) && document.querySelector('[data-saving="saved"]') !== null,
			undefined
		)
	);
}

/** Runs in the page. What comes next: a field, a list, an order to keep, a token and its gap, a choice. */
function nextStep({ question: which, taken }: { question: number; taken: number }): Step {
	const question = document.querySelectorAll('[data-question]')[which];
	if (question === undefined) throw new Error('The question is gone');
	for (const one of document.querySelectorAll('[data-now]')) one.removeAttribute('data-now');
	question.setAttribute('data-now', '');
	if (question.getAttribute('data-complete') === 'true') return { act: 'done' };
	const all = <E extends Element>(selector: string) => [...question.querySelectorAll<E>(selector)];
	const within = (selector: string) => `[data-now] ${selector}`;

	const field = all<HTMLInputElement>('[inputmode]').findIndex((one) => one.value === '');
	if (field >= 0) return { act: 'type', selector: within('[inputmode]'), at: field };
	const list = all<HTMLSelectElement>('select').findIndex((one) => one.selectedIndex <= 0);
	if (list >= 0) return { act: 'choose', at: list };
	const radios = all<HTMLInputElement>('input[type=radio]');
	const open = radios.findIndex(
		(one) => !radios.some((other) => other.name === one.name && other.checked)
	);
	if (open >= 0) return { act: 'click', selector: within('input[type=radio]'), at: open };
	const boxes = all<HTMLInputElement>('input[type=checkbox]');
	// Where only so many may be chosen, a further click changes nothing.
	const free = boxes.findIndex((one) => !one.checked && !one.hasAttribute('data-tried'));
	boxes[free]?.setAttribute('data-tried', '');
	if (free >= 0) return { act: 'click', selector: within('input[type=checkbox]'), at: free };
	const keep = all('button').findIndex((one) => one.textContent.trim() === 'Keep this order');
	if (keep >= 0) return { act: 'click', selector: within('button'), at: keep };
	const gaps = all('button[data-place]').length;
	const turn = Math.floor(taken / 2);
	if (gaps > 0 && taken % 2 === 1)
		return { act: 'click', selector: within('button[data-place]'), at: turn % gaps };
	const toggles = all('button[aria-pressed]').length;
	if (toggles === 0) return { act: 'wait' };
	return {
		act: 'click',
		selector: within('button[aria-pressed]'),
		at: turn % toggles
	};
}
