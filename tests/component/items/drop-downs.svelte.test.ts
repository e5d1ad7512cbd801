import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const list = (name: string) => page.getByRole('combobox', { name });
const wordsIn = (name: string) =>
	page
		.getByRole('group', { name })
		.getByRole('listitem')
		.elements()
		.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim());

describe('drop-down table', () => {
	it.each([900, 320])('is a table answered from its lists at %i pixels', async (width) => {
		const shown = await show('drop-down-table', { width });
		await expect.element(page.getByRole('rowheader', { name: 'Baby 2' })).toBeVisible();
		expect(page.getByRole('columnheader').elements()).toHaveLength(3);
		expect(page.getByRole('cell').elements()).toHaveLength(6);
		await list('Judgement of baby 1').selectOptions('expected');
		await list('Judgement of baby 3').selectOptions('expected');
		expect([shown.complete(), shown.points()]).toEqual([false, 1]);
		await list('Judgement of baby 2').selectOptions('not expected, see within days');
		expect([shown.complete(), shown.points()]).toEqual([true, 2]);
		await list('Judgement of baby 1').selectOptions('Choose…');
		expect(shown.response()).toEqual({ blanks: { b2: 'unexpected', b3: 'expected' } });
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});

	it('names the column in each cell where columns have no room', async () => {
		await show('drop-down-table', { width: 320 });
		const names = [...document.querySelectorAll<HTMLElement>('.column')];
		expect(names).toHaveLength(9);
		for (const name of names) expect(name).toBeVisible();
	});

	it('is answered by keyboard', async () => {
		const shown = await show('drop-down-table');
		await userEvent.keyboard('{Tab}{ArrowDown}{Tab}{ArrowDown}{ArrowDown}{Tab}{ArrowUp}');
		expect(shown.response()).toEqual({ blanks: { b1: 'expected', b2: 'unexpected' } });
		expect(shown.points()).toBe(2);
	});

	it('says in review how each cell turned out, with the reason for every option', async () => {
		await show('drop-down-table', { mode: 'review', given: { blanks: { b1: 'urgent' } } });
		await expect
			.element(list('Judgement of baby 1'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect.element(list('Judgement of baby 2')).toHaveAccessibleDescription('Not answered');
		expect(wordsIn('Judgement of baby 1')[0]).toBe(
			'expected Correct answer, not chosen Firm white bumps on a well newborn are milia and need nothing.'
		);
	});
});

describe('drop-down rationale', () => {
	it('is answered from its lists', async () => {
		const shown = await show('drop-down-rationale');
		await list('first finding').selectOptions('a raised red patch');
		await list('second finding').selectOptions('the place behind the ear');
		expect([shown.complete(), shown.points()]).toEqual([false, 0]);
		await list('condition').selectOptions('milia en plaque');
		expect([shown.complete(), shown.points()]).toEqual([true, 2]);
	});

	it('takes effects of one list in either order, and says so in review', async () => {
		const given = { blanks: { cause: 'mep', first: 'ear', second: 'size' } };
		const shown = await show('drop-down-rationale', { mode: 'review', given });
		expect(shown.points()).toBe(1);
		await expect.element(list('first finding')).toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(list('second finding'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		const [plaque, ear, , size] = wordsIn('second finding');
		expect(plaque).toMatch(/^a raised red patch Correct answer, not chosen/);
		expect(ear).toMatch(/^the place behind the ear Behind the ear/);
		expect(size).toMatch(/^a size of 1 mm Your answer: incorrect/);
	});
});
