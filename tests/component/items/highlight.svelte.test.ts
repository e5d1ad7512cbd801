import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const words = (name: string) => page.getByRole('button', { name });
const listed = () =>
	page
		.getByRole('listitem')
		.elements()
		.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim());

describe('highlight text', () => {
	it.each([900, 320])('is answered by clicks at %i pixels, and undone', async (width) => {
		const shown = await show('highlight-text', { width });
		await words('red and swollen').click();
		await words('Feeding well').click();
		await expect.element(words('red and swollen')).toHaveAttribute('aria-pressed', 'true');
		expect([shown.complete(), shown.points()]).toEqual([true, 0]);
		await words('Feeding well').click();
		await expect.element(words('Feeding well')).toHaveAttribute('aria-pressed', 'false');
		expect(shown.response()).toEqual({ spans: ['s2'] });
		expect(shown.points()).toBe(1);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});

	it('is answered by keyboard, in reading order', async () => {
		const shown = await show('highlight-text');
		await userEvent.keyboard('{Tab}{Tab}{Enter}{Tab} {Tab}{Tab} ');
		expect(shown.response()).toEqual({ spans: ['s2', 's3', 's5'] });
		expect(shown.points()).toBe(3);
		const digits = [...document.querySelectorAll<HTMLElement>('[data-shortcut]')];
		expect(digits.map((one) => one.dataset.shortcut)).toEqual(['1', '2', '3', '4', '5']);
	});

	it('tells a highlight by more than colour', async () => {
		await show('highlight-text', { given: { spans: ['s5'] } });
		const line = (name: string) =>
			getComputedStyle(words(name).element().querySelector('.text')!).textDecorationLine;
		expect([line('cries'), line('Feeding well')]).toEqual(['underline', 'none']);
	});

	it('keeps the words of the passage in their order, with its emphasis', async () => {
		await show('highlight-text');
		await expect.element(page.getByText('Skin:', { exact: true })).toBeVisible();
		const text = document.querySelector('.passage')?.textContent?.replaceAll(/\s+/g, ' ').trim();
		expect(text).toMatch(/left cheek is red and swollen and discharges yellow fluid ?\. ?Other:/);
	});

	it('says in review how each span turned out, and why', async () => {
		await show('highlight-text', { mode: 'review', given: { spans: ['s1', 's2'] } });
		await expect.element(words('red and swollen correct')).toBeDisabled();
		await expect.element(words('Firm white 1 mm bumps incorrect')).toBeVisible();
		await expect.element(words('cries missed')).toBeVisible();
		expect(listed()).toEqual([
			'Firm white 1 mm bumps Your answer: incorrect This is how milia look.',
			'red and swollen Your answer: correct Milia are not inflamed; this suggests infection or irritation.',
			'discharges yellow fluid Correct answer, not chosen Discharge needs review.',
			'Feeding well, gaining weight This is as it should be.',
			'cries Correct answer, not chosen Milia do not hurt; pain needs review.'
		]);
	});
});

describe('highlight table', () => {
	it.each([900, 320])('is a table answered by clicks at %i pixels', async (width) => {
		const shown = await show('highlight-table', { width });
		await expect.element(page.getByRole('rowheader', { name: 'Skin' })).toBeVisible();
		await words('first seen at 3 weeks').click();
		await words('two firm white bumps').click();
		await words('a few red papules').click();
		expect(shown.response()).toEqual({ spans: ['s1', 's4', 's5'] });
		expect(shown.points()).toBe(1);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});

	it('is answered by keyboard', async () => {
		const shown = await show('highlight-table');
		await userEvent.keyboard('{Tab} {Tab}{Tab}{Enter}');
		expect(shown.response()).toEqual({ spans: ['s1', 's3'] });
	});

	it('says in review how each span turned out', async () => {
		await show('highlight-table', { mode: 'review', given: { spans: ['s3'] } });
		await expect.element(words('Red papules and pustules correct')).toBeDisabled();
		expect(listed()[0]).toBe(
			'first seen at 3 weeks Correct answer, not chosen Milia may be there at birth; neonatal acne begins about now.'
		);
	});
});
