import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { addDays } from '$lib/progress/accuracy';
import { rollupKey, type Rollup } from '$lib/progress/rollups';
import type { ProgressStore } from '$lib/progress/store';
import Calendar from '../../../src/routes/progress/Calendar.svelte';

const TODAY = '2026-11-22';
const on = (day: string, n: number): Rollup => ({
	key: rollupKey('day', day),
	n,
	correct: 0,
	partly: 0,
	points: 0,
	max: n,
	firstN: 0,
	firstCorrect: 0,
	activeMs: 0
});

/** Shows the calendar of these days, and tells which months were read. */
async function show(days: readonly Rollup[], ahead = 0) {
	const asked: string[] = [];
	const store: Pick<ProgressStore, 'days'> = {
		days: async (from, to) => {
			asked.push(`${from} to ${to}`);
			return days.filter(({ key }) => key >= `day/${from}` && key <= `day/${to}`);
		}
	};
	const daily = days.filter(({ key }) => key <= `day/${TODAY}`);
	await render(Calendar, {
		store: store as ProgressStore,
		daily,
		looksBack: 180,
		ahead,
		today: TODAY
	});
	return asked;
}

describe('study days', () => {
	it('say how many questions each day had, and how long the streak is', async () => {
		await show([on(TODAY, 5), on(addDays(TODAY, -1), 1), on(addDays(TODAY, -3), 2)]);
		await expect.element(page.getByText('3 days of practice in a row.')).toBeVisible();
		const day = page.getByRole('cell', { name: /22.*5 questions/ });
		await expect.element(day).toHaveAttribute('aria-current', 'date');
		await expect.element(page.getByRole('cell', { name: /21.*1 question/ })).toBeVisible();
		await expect.element(page.getByRole('cell', { name: /20.*none/ })).toBeVisible();
	});

	it('read the month on screen, and no other', async () => {
		const asked = await show([on('2026-10-05', 7)]);
		await expect.element(page.getByRole('button', { name: 'Next month' })).toBeDisabled();
		await page.getByRole('button', { name: 'Previous month' }).click();
		await expect.element(page.getByRole('cell', { name: /7 questions/ })).toBeVisible();
		expect(asked).toEqual(['2026-11-01 to 2026-11-30', '2026-10-01 to 2026-10-31']);
	});

	it('tell of answers after today, and show the days they are on', async () => {
		await show([on(TODAY, 1), on('2026-12-24', 4)], 1);
		await expect.element(page.getByText(/carry a date after today, on 1 day/)).toBeVisible();
		await expect.element(page.getByText('1 day of practice in a row.')).toBeVisible();
		await page.getByRole('button', { name: 'Next month' }).click();
		await expect.element(page.getByRole('cell', { name: /24.*4 questions/ })).toBeVisible();
	});
});
