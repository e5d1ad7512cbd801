import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const digitsIn = () =>
	[...document.querySelectorAll('[data-shortcut-scope]')].map((scope) =>
		[...scope.querySelectorAll<HTMLElement>('input')].map((input) => input.dataset.shortcut)
	);

describe('matrix multiple response', () => {
	it.each([900, 320])('is a table answered by clicks at %i pixels', async (width) => {
		const shown = await show('matrix-multiple-response', { width });
		expect(page.getByRole('columnheader').elements()).toHaveLength(3);
		expect(page.getByRole('rowheader').elements()).toHaveLength(5);
		await box('Firm and pearly white Milia').click();
		await box('Nose and cheeks are the usual site Milia').click();
		await box('Nose and cheeks are the usual site Neonatal acne').click();
		await box('Clear vesicles that break when wiped Neonatal acne').click();
		expect(shown.response()).toEqual({
			columns: { milia: ['firm', 'face'], acne: ['face', 'clear'], miliaria: [] }
		});
		expect([shown.complete(), shown.points()]).toEqual([false, 2]);
		await box('Clear vesicles that break when wiped Neonatal acne').click();
		await box('Clear vesicles that break when wiped Miliaria crystallina').click();
		expect([shown.complete(), shown.points()]).toEqual([true, 4]);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});

	it('is answered by keyboard, and digits keep to their row', async () => {
		const shown = await show('matrix-multiple-response');
		await userEvent.keyboard('{Tab} {Tab} {Tab}{Tab} ');
		expect(shown.response()).toEqual({
			columns: { milia: ['face', 'keratin'], acne: ['face'], miliaria: [] }
		});
		await userEvent.keyboard(' ');
		expect(shown.points()).toBe(2);
		expect(digitsIn()).toEqual(Array.from({ length: 5 }, () => ['1', '2', '3']));
	});

	it('says in review how each cell turned out, and why', async () => {
		const given = { columns: { milia: ['firm', 'red'] } };
		await show('matrix-multiple-response', { mode: 'review', given });
		await expect
			.element(box('Firm and pearly white Milia'))
			.toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(box('Small red papules and pustules Milia'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect
			.element(box('Small red papules and pustules Neonatal acne'))
			.toHaveAccessibleDescription('Correct answer, not chosen');
		await expect.element(box('Firm and pearly white Neonatal acne')).toBeDisabled();
		await expect.element(page.getByText('A keratin cyst is firm and white.')).toBeVisible();
	});
});

describe('grouping', () => {
	it('is answered by clicks, group by group', async () => {
		const shown = await show('multiple-response-grouping');
		await expect.element(page.getByRole('group', { name: 'Washing' })).toBeVisible();
		await box('Pat dry').click();
		await box('Scrub the bumps with a cloth').click();
		await box('No product is needed').click();
		expect([shown.complete(), shown.points()]).toEqual([false, 1]);
		await box('Scrub the bumps with a cloth').click();
		await box('a bump becomes red, swollen or runs').click();
		expect(shown.response()).toEqual({
			groups: { wash: ['pat'], products: ['none'], return: ['pus'] }
		});
		expect([shown.complete(), shown.points()]).toEqual([true, 3]);
	});

	it('is answered by keyboard, and digits keep to their group', async () => {
		const shown = await show('multiple-response-grouping');
		await userEvent.keyboard('{Tab} {Tab} {Tab}{Tab} ');
		expect(shown.points()).toBe(3);
		expect(digitsIn()).toEqual(Array.from({ length: 3 }, () => ['1', '2', '3']));
	});

	it('says in review how each option turned out, and why', async () => {
		const given = { groups: { wash: ['water', 'scrub'] } };
		await show('multiple-response-grouping', { mode: 'review', given });
		await expect
			.element(box('Clean the face with warm water'))
			.toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(box('Scrub the bumps with a cloth'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect.element(box('Pat dry')).toHaveAccessibleDescription('Correct answer, not chosen');
		await expect.element(box('Adult face oil')).not.toHaveAccessibleDescription();
		await expect.element(page.getByText('Patting spares the skin.')).toBeVisible();
	});
});
