import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const radio = (row: string, column: string) =>
	page.getByRole('radio', { name: `${row} ${column}`, exact: true });
const KEY = [
	['Present at birth', 'Milia'],
	['Inflamed papules and pustules', 'Neonatal acne'],
	['Lasts for weeks to months', 'Either'],
	['Firm and pearly white', 'Milia']
] as const;

it.each([900, 320])('is a table answered by clicks at %i pixels', async (width) => {
	const shown = await show('matrix-multiple-choice', { width });
	const table = page.getByRole('table', { name: 'One answer in each row' });
	await expect.element(table).toBeVisible();
	await expect.element(page.getByRole('rowheader', { name: 'Present at birth' })).toBeVisible();
	expect(page.getByRole('columnheader').elements()).toHaveLength(3);
	expect(page.getByRole('row').elements()).toHaveLength(5);
	for (const [row, column] of KEY) await radio(row, column).click();
	expect(shown.response()).toEqual({ rows: { r1: 'milia', r2: 'acne', r3: 'both', r4: 'milia' } });
	await radio('Present at birth', 'Either').click();
	await expect.element(radio('Present at birth', 'Milia')).not.toBeChecked();
	expect(shown.points()).toBe(3);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

it('is answered by keyboard, a row at a time', async () => {
	const shown = await show('matrix-multiple-choice');
	await userEvent.keyboard('{Tab} {Tab} {ArrowRight}{Tab} {ArrowRight}{ArrowRight}{Tab}');
	expect(shown.complete()).toBe(false);
	await userEvent.keyboard(' ');
	expect(shown.complete()).toBe(true);
	expect(shown.points()).toBe(4);
});

it('keeps the digits of a row to that row', async () => {
	await show('matrix-multiple-choice');
	const scopes = [...document.querySelectorAll('[data-shortcut-scope]')];
	const digits = scopes.map((row) =>
		[...row.querySelectorAll<HTMLElement>('input')].map((input) => input.dataset.shortcut)
	);
	expect(digits).toEqual(Array.from({ length: 4 }, () => ['1', '2', '3']));
});

it.each([900, 320])('has answers of at least 44 pixels at %i pixels', async (width) => {
	await show('matrix-multiple-choice', { width });
	const sizes = [...document.querySelectorAll('label')].map((label) =>
		label.getBoundingClientRect()
	);
	expect(sizes).toHaveLength(12);
	for (const { width: wide, height } of sizes)
		expect(Math.min(wide, height)).toBeGreaterThanOrEqual(44);
});

it('says in review how each row turned out, and why', async () => {
	await show('matrix-multiple-choice', {
		mode: 'review',
		given: { rows: { r1: 'milia', r2: 'milia' } }
	});
	await expect
		.element(radio('Present at birth', 'Milia'))
		.toHaveAccessibleDescription('Your answer: correct');
	await expect
		.element(radio('Inflamed papules and pustules', 'Milia'))
		.toHaveAccessibleDescription('Your answer: incorrect');
	await expect
		.element(radio('Inflamed papules and pustules', 'Neonatal acne'))
		.toHaveAccessibleDescription('Correct answer, not chosen');
	await expect
		.element(radio('Lasts for weeks to months', 'Either'))
		.toHaveAccessibleDescription('Correct answer, not chosen');
	await expect.element(radio('Firm and pearly white', 'Either')).toBeDisabled();
	await expect.element(page.getByText('Inflammation is the mark of neonatal acne.')).toBeVisible();
});
