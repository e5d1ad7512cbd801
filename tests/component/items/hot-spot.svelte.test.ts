import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const radio = (name: string) => page.getByRole('radio', { name });
const region = (at: number) => document.querySelectorAll('.region')[at]!;
const outline = (at: number) => region(at).querySelector('.line')!;
const number = (at: number) => region(at).querySelector('text')!;

it.each([900, 320])('is answered in the list at %i pixels', async (width) => {
	const shown = await show('hot-spot', { width });
	await expect.element(page.getByRole('img', { name: /^Schematic drawing/ })).toBeVisible();
	await radio('Side of the palate').click();
	expect([shown.complete(), shown.points()]).toEqual([true, 0]);
	await radio('Midline of the palate').click();
	expect(shown.response()).toEqual({ regions: ['midline'] });
	expect(shown.points()).toBe(1);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

it('is answered in the picture, with the same result', async () => {
	const shown = await show('hot-spot');
	await userEvent.click(number(3));
	await expect.element(radio('Lower lip')).toBeChecked();
	await userEvent.click(outline(0), { position: { x: 8, y: 8 } });
	await expect.element(radio('Midline of the palate')).toBeChecked();
	expect(shown.response()).toEqual({ regions: ['midline'] });
	await userEvent.click(number(0));
	expect(shown.response()).toEqual({ regions: ['midline'] });
});

it('takes back a region pressed again where several are to be chosen, and refuses one too many', async () => {
	const change = { choose: 2, key: { regions: ['midline', 'side'] } };
	const shown = await show('hot-spot', { change });
	for (const at of [0, 1, 3]) await userEvent.click(number(at));
	expect(shown.response()).toEqual({ regions: ['midline', 'crest'] });
	await expect.element(page.getByRole('status')).toHaveTextContent(/^2 of 2 chosen; take one back/);
	await userEvent.click(number(1));
	await page.getByRole('checkbox', { name: 'Side of the palate' }).click();
	expect(shown.response()).toEqual({ regions: ['midline', 'side'] });
	expect([shown.complete(), shown.points()]).toEqual([true, 2]);
});

it('is answered by keyboard', async () => {
	const shown = await show('hot-spot');
	await userEvent.keyboard('{Tab} ');
	await expect.element(radio('Midline of the palate')).toBeChecked();
	expect(shown.points()).toBe(1);
	await userEvent.keyboard('{ArrowDown}');
	expect(shown.response()).toEqual({ regions: ['crest'] });
});

it('numbers the regions as the list does, each at least 24 pixels wide on a phone', async () => {
	await show('hot-spot', { width: 320 });
	const numbers = [...document.querySelectorAll('.region text')].map((one) => one.textContent);
	expect(numbers).toEqual(['1', '2', '3', '4']);
	const listed = page.getByRole('radio').elements();
	expect(listed.map((one) => one.dataset.shortcut)).toEqual(numbers);
	for (const at of [0, 1, 2, 3]) {
		const { width, height } = outline(at).getBoundingClientRect();
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
	}
});

it('says in review how each region turned out, in the list and in the picture', async () => {
	const shown = await show('hot-spot', { mode: 'review', given: { regions: ['side'] } });
	await expect
		.element(radio('Side of the palate'))
		.toHaveAccessibleDescription('Your answer: incorrect');
	await expect
		.element(radio('Midline of the palate'))
		.toHaveAccessibleDescription('Correct answer, not chosen');
	await expect
		.element(page.getByText('Epstein pearls sit where the halves of the palate meet.'))
		.toBeVisible();
	const marks = [...document.querySelectorAll('.region text')].map((one) => one.textContent);
	expect(marks).toEqual(['1→', '2', '3✗', '4']);
	await userEvent.click(number(0));
	expect(shown.response()).toEqual({ regions: ['side'] });
});

it('stands on the drawing of the item, whose text the learner hears', async () => {
	const change = { illustration: { id: 'mouth', tone: 8, seed: 1 }, tone: 8 };
	await show('hot-spot', { change });
	await expect.element(page.getByRole('img', { name: /^Schematic drawing/ })).toBeVisible();
	expect(document.querySelector('svg radialGradient')).not.toBeNull();
	await expect.element(page.getByText('Schematic drawing, not a photograph')).toBeVisible();
	await radio('Midline of the palate').click();
	await expect.element(radio('Midline of the palate')).toBeChecked();
});
