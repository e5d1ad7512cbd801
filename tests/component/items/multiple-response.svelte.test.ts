import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const box = (name: string) => page.getByRole('checkbox', { name });
const WASH = 'Wash the face daily with warm water and a mild cleanser';

describe('select all that apply', () => {
	it('is answered by clicks', async () => {
		const shown = await show('multiple-response-sata');
		await expect.element(page.getByRole('group', { name: /Select all that apply/ })).toBeVisible();
		for (const name of [WASH, 'Pat the skin dry', 'Press the bumps out after a bath']) {
			await box(name).click();
			await expect.element(box(name)).toBeChecked();
		}
		await box('Press the bumps out after a bath').click();
		await expect.element(box('Press the bumps out after a bath')).not.toBeChecked();
		expect(shown.response()).toEqual({ choices: ['a', 'b'] });
		expect(shown.complete()).toBe(true);
	});

	it('is answered by keyboard', async () => {
		const shown = await show('multiple-response-sata');
		await userEvent.keyboard('{Tab} {Tab} {Tab}{Tab} ');
		await expect.element(box('Wait: milia of newborns clear without treatment')).toBeChecked();
		expect(shown.response()).toEqual({ choices: ['a', 'b', 'd'] });
		expect(shown.points()).toBe(3);
	});

	it('says in review how each choice turned out, and why', async () => {
		await show('multiple-response-sata', { mode: 'review', given: { choices: ['a', 'c'] } });
		await expect.element(box(WASH)).toBeDisabled();
		await expect.element(box(WASH)).toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(box('Press the bumps out after a bath'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect
			.element(box('Pat the skin dry'))
			.toHaveAccessibleDescription('Correct answer, not chosen');
		await expect.element(box('Rub in an adult moisturizing oil')).not.toHaveAccessibleDescription();
		await expect.element(page.getByText('Pressing can scar or infect the skin.')).toBeVisible();
	});
});

describe('select N', () => {
	const names = ['Discharge from one of the bumps', 'Bleeding from a bump', 'Size of about 1 mm'];

	it('counts aloud and refuses one more than N', async () => {
		const shown = await show('multiple-response-n');
		const status = page.getByRole('status');
		await expect.element(status).toHaveTextContent('0 of 3 chosen');
		for (const name of names) await box(name).click();
		await expect
			.element(status)
			.toHaveTextContent('3 of 3 chosen; take one back to choose another');
		expect(shown.complete()).toBe(true);
		await box('A pearly white color').click();
		await expect.element(box('A pearly white color')).not.toBeChecked();
		expect(shown.response()).toEqual({ choices: ['a', 'c', 'f'] });
		await box('Size of about 1 mm').click();
		await expect.element(status).toHaveTextContent(/^2 of 3 chosen$/);
		await box('A pearly white color').click();
		await expect.element(box('A pearly white color')).toBeChecked();
	});

	it('is answered by keyboard, where a refused choice is said again', async () => {
		const shown = await show('multiple-response-n');
		await userEvent.keyboard('{Tab} {Tab}{Tab} {Tab}{Tab} ');
		expect(shown.points()).toBe(3);
		const first = page.getByRole('status').element().firstElementChild;
		await userEvent.keyboard('{Tab} ');
		await expect.element(box('Size of about 1 mm')).not.toBeChecked();
		// A new node, so that the live region speaks though the words are the same.
		expect(page.getByRole('status').element().firstElementChild).not.toBe(first);
		expect(shown.response()).toEqual({ choices: ['a', 'c', 'e'] });
	});

	it('says in review how each choice turned out, without the count', async () => {
		await show('multiple-response-n', { mode: 'review', given: { choices: ['a', 'b', 'c'] } });
		await expect.element(box(names[0]!)).toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(box('A pearly white color'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect
			.element(box('Swelling and warmth around the bumps'))
			.toHaveAccessibleDescription('Correct answer, not chosen');
		await expect.element(page.getByRole('status')).not.toBeInTheDocument();
	});
});
