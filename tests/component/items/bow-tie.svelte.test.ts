import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const box = (name: string) => page.getByRole('checkbox', { name });
const radio = (name: string) => page.getByRole('radio', { name });
const EXPLAIN = 'Explain that the bumps clear without treatment';
const LEAVE = 'Teach not to squeeze or scrape the bumps';
const heads = () =>
	page
		.getByText(/: choose \d$/)
		.elements()
		.map((one) => one.getBoundingClientRect());

it('is answered by clicks, at most two on a wing', async () => {
	const shown = await show('bow-tie');
	await radio('Neonatal acne').click();
	await radio('Neonatal milia').click();
	await box(EXPLAIN).click();
	await box(LEAVE).click();
	await expect
		.element(page.getByRole('status').first())
		.toHaveTextContent('2 of 2 chosen; take one back to choose another');
	await box('Swab a bump for culture').click();
	await expect.element(box('Swab a bump for culture')).not.toBeChecked();
	expect(shown.response()).toEqual({
		condition: 'milia',
		actions: ['explain', 'leave'],
		parameters: []
	});
	expect([shown.complete(), shown.points()]).toEqual([false, 3]);
	await box(LEAVE).click();
	await box('Swab a bump for culture').click();
	await box('Room temperature').click();
	await box('Whether the bumps clear over weeks to months').click();
	expect([shown.complete(), shown.points()]).toEqual([true, 3]);
});

it('is answered by keyboard, and digits keep to their column', async () => {
	const shown = await show('bow-tie');
	await userEvent.keyboard('{Tab} {Tab} {Tab}{Tab}{Tab}{Tab} {Tab} {Tab} ');
	expect(shown.points()).toBe(5);
	const scopes = [...document.querySelectorAll('[data-shortcut-scope]')];
	expect(scopes.map((one) => one.querySelectorAll('[data-shortcut]').length)).toEqual([5, 4, 5]);
});

describe('layout', () => {
	it('has actions, condition and parameters side by side where there is room', async () => {
		await show('bow-tie', { given: { actions: ['cool'], parameters: [], condition: 'etn' } });
		const [actions, condition, parameters] = heads();
		expect(actions!.right).toBeLessThanOrEqual(condition!.left);
		expect(condition!.right).toBeLessThanOrEqual(parameters!.left);
		expect(new Set(heads().map(({ top }) => top)).size).toBe(1);
		const slots = [...document.querySelectorAll('.slot')].map((one) => one.textContent?.trim());
		expect(slots).toEqual([
			'Cool the room',
			'Action 2',
			'Erythema toxicum',
			'Parameter 1',
			'Parameter 2'
		]);
		expect(document.querySelector('.tie')).toBeVisible();
	});

	it('stacks them on a phone, without the drawing', async () => {
		await show('bow-tie', { width: 320 });
		const [actions, condition, parameters] = heads();
		expect(actions!.bottom).toBeLessThan(condition!.top);
		expect(condition!.bottom).toBeLessThan(parameters!.top);
		expect(document.querySelector('.tie')).not.toBeVisible();
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
	});
});

it('says in review how each choice turned out, and why', async () => {
	const given = { condition: 'acne', actions: ['explain', 'cool'], parameters: ['infection'] };
	await show('bow-tie', { mode: 'review', given });
	await expect
		.element(radio('Neonatal acne'))
		.toHaveAccessibleDescription('Your answer: incorrect');
	await expect
		.element(radio('Neonatal milia'))
		.toHaveAccessibleDescription('Correct answer, not chosen');
	await expect.element(box(EXPLAIN)).toHaveAccessibleDescription('Your answer: correct');
	await expect.element(box(LEAVE)).toHaveAccessibleDescription('Correct answer, not chosen');
	await expect.element(box('Room temperature')).not.toHaveAccessibleDescription();
	await expect.element(page.getByText('Squeezing can scar or infect the skin.')).toBeVisible();
	await expect.element(page.getByRole('status')).not.toBeInTheDocument();
});
