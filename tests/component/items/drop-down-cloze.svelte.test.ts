import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const list = (name: string) => page.getByRole('combobox', { name });

it.each([900, 320])('is answered by choosing from the lists at %i pixels', async (width) => {
	const shown = await show('drop-down-cloze', { width });
	await expect.element(list('content of a milium')).toHaveDisplayValue('Choose…');
	await list('content of a milium').selectOptions('keratin');
	expect(shown.complete()).toBe(false);
	await list('place of a milium').selectOptions('in an open pore');
	expect(shown.response()).toEqual({ blanks: { b1: 'o1', b2: 'o1' } });
	expect([shown.complete(), shown.points()]).toEqual([true, 1]);
	await list('content of a milium').selectOptions('Choose…');
	expect(shown.response()).toEqual({ blanks: { b2: 'o1' } });
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

it('is answered by keyboard', async () => {
	const shown = await show('drop-down-cloze');
	await userEvent.keyboard('{Tab}{ArrowDown}{Tab}{ArrowDown}{ArrowDown}');
	expect(shown.response()).toEqual({ blanks: { b1: 'o1', b2: 'o2' } });
	expect(shown.points()).toBe(2);
});

it('keeps the spaces of the sentence and draws its emphasis', async () => {
	await show('drop-down-cloze');
	await expect.element(page.getByText('small cyst').first()).toBeVisible();
	const sentence = document.querySelector('p');
	for (const select of sentence?.querySelectorAll('select') ?? []) select.replaceWith('[…]');
	await expect
		.poll(() => sentence?.textContent?.replaceAll(/\s+/g, ' ').trim())
		.toBe(
			'A milium is a small cyst filled with […] . It lies […] , which is why it does not pop when pressed.'
		);
});

it('says in review how each blank turned out, with the reason for every option', async () => {
	await show('drop-down-cloze', { mode: 'review', given: { blanks: { b1: 'o3' } } });
	await expect.element(list('content of a milium')).toBeDisabled();
	await expect
		.element(list('content of a milium'))
		.toHaveAccessibleDescription('Your answer: incorrect');
	await expect.element(list('place of a milium')).toHaveAccessibleDescription('Not answered');
	const content = page.getByRole('group', { name: 'content of a milium' });
	const words = content
		.getByRole('listitem')
		.elements()
		.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim());
	expect(words).toEqual([
		'keratin Correct answer, not chosen Keratin from trapped dead skin fills the cyst.',
		'pus Pus fills a pustule.',
		'sweat Your answer: incorrect Trapped sweat gives miliaria.'
	]);
});
