import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const field = () => page.getByRole('textbox', { name: 'Your answer newborns' });
const status = () => page.getByRole('status');

it('takes a number, and gives it back when emptied', async () => {
	const shown = await show('numeric');
	await field().fill('12');
	expect(shown.response()).toEqual({ value: 12 });
	expect([shown.complete(), shown.points()]).toEqual([true, 1]);
	await field().fill('');
	expect(shown.response()).toEqual({});
	expect(shown.complete()).toBe(false);
	await expect.element(field()).toHaveAttribute('aria-invalid', 'false');
});

it('is answered by keyboard, digit by digit, with a comma or a point', async () => {
	const shown = await show('numeric');
	await userEvent.keyboard('{Tab}1');
	expect(shown.response()).toEqual({ value: 1 });
	await userEvent.keyboard(',');
	await expect.element(field()).toHaveValue('1,');
	await userEvent.keyboard('50');
	await expect.element(field()).toHaveValue('1,50');
	expect(shown.response()).toEqual({ value: 1.5 });
});

it('says when what is written is no number', async () => {
	const shown = await show('numeric');
	await field().fill('twelve');
	await expect.element(status()).toHaveTextContent(/^Not a number yet/);
	await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
	await expect.element(field()).toHaveValue('twelve');
	expect(shown.response()).toEqual({});
	await field().fill('12');
	await expect.element(status()).toBeEmptyDOMElement();
});

it('shows what was answered before', async () => {
	await show('numeric', { given: { value: 13.5 } });
	await expect.element(field()).toHaveValue('13.5');
	await show('numeric', { given: { value: 0 }, mode: 'disabled' });
	await expect.element(field().last()).toHaveValue('0');
	await expect.element(field().last()).toBeDisabled();
});

it.each([
	[15, 'Your answer: incorrect', '15 newborns Your answer: incorrect 15 is 50 of 100'],
	[12, 'Your answer: correct', '12 newborns Your answer: correct 40 of 100'],
	[11, 'Your answer: incorrect', '12 newborns Correct answer, not chosen 40 of 100']
])('says in review how %d turned out, and why', async (value, verdict, row) => {
	await show('numeric', { mode: 'review', given: { value } });
	await expect.element(field()).toHaveAccessibleDescription(verdict);
	const rows = page
		.getByRole('listitem')
		.elements()
		.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '');
	expect(rows).toHaveLength(4);
	expect(rows.some((one) => one.startsWith(row))).toBe(true);
});
