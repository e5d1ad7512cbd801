import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const token = (name: string) => page.getByRole('button', { name, exact: true });
const gap = (label: string, holds: string) =>
	page.getByRole('button', { name: `${label}: ${holds}`, exact: true });
const status = () => page.getByRole('status');

describe('by clicks', () => {
	it.each([900, 320])('puts tokens in gaps at %i pixels, each step said', async (width) => {
		const shown = await show('drag-and-drop-cloze', { width });
		await token('Epstein pearls').click();
		await expect.element(token('Epstein pearls')).toHaveAttribute('aria-pressed', 'true');
		await expect.element(status()).toHaveTextContent('Epstein pearls taken. Now choose a gap.');
		await gap('cysts at the midline', 'empty').click();
		await expect
			.element(status())
			.toHaveTextContent('Epstein pearls put in: cysts at the midline.');
		await expect.element(gap('cysts at the midline', 'Epstein pearls')).toBeVisible();
		await expect.element(token('Epstein pearls')).toHaveAttribute('aria-pressed', 'false');
		await expect
			.element(token('Epstein pearls'))
			.toHaveAccessibleDescription('in: cysts at the midline');
		expect(shown.response()).toEqual({ blanks: { t1: 'epstein' } });
		expect([shown.complete(), shown.points()]).toEqual([false, 1]);
		expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
	});

	it('moves a token to another gap, takes one back, and frees what it covers', async () => {
		const shown = await show('drag-and-drop-cloze', {
			given: { blanks: { t1: 'epstein', t2: 'bohn' } }
		});
		await token('Epstein pearls').click();
		await gap('cysts on the side of the ridge', 'Bohn nodules').click();
		expect(shown.response()).toEqual({ blanks: { t2: 'epstein' } });
		await gap('cysts on the side of the ridge', 'Epstein pearls').click();
		await expect.element(status()).toHaveTextContent('Epstein pearls taken back.');
		expect(shown.response()).toEqual({ blanks: {} });
		await gap('treatment', 'empty').click();
		await expect.element(status()).toHaveTextContent('Choose a token first.');
		expect(shown.response()).toEqual({ blanks: {} });
	});

	it('lets go of a token pressed twice, or on Escape', async () => {
		const shown = await show('drag-and-drop-cloze');
		for (const letGo of [() => token('thrush').click(), () => userEvent.keyboard('{Escape}')]) {
			await token('thrush').click();
			await expect.element(token('thrush')).toHaveAttribute('aria-pressed', 'true');
			await letGo();
			await expect.element(token('thrush')).toHaveAttribute('aria-pressed', 'false');
		}
		await gap('treatment', 'empty').click();
		expect(shown.response()).toEqual({ blanks: {} });
	});
});

it('is answered by keyboard, and the focus stays where it was', async () => {
	const shown = await show('drag-and-drop-rationale');
	await userEvent.keyboard('{Tab}{Enter}');
	await expect.element(token('secondary milia')).toHaveFocus();
	await expect.element(token('secondary milia')).toHaveAttribute('aria-pressed', 'true');
	await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}{Enter}');
	await expect.element(gap('condition', 'secondary milia')).toHaveFocus();
	token('a healed burn').element().focus();
	await userEvent.keyboard(' ');
	gap('second reason', 'empty').element().focus();
	await userEvent.keyboard(' ');
	expect(shown.response()).toEqual({ blanks: { cause: 'secondary', second: 'burn' } });
	expect(shown.points()).toBe(1);
	await userEvent.keyboard('{Enter}');
	expect(shown.response()).toEqual({ blanks: { cause: 'secondary' } });
});

it('gives every token a digit that takes it in hand', async () => {
	await show('drag-and-drop-cloze');
	const digits = [...document.querySelectorAll<HTMLElement>('[data-shortcut]')];
	expect(digits.map((one) => one.dataset.shortcut)).toEqual(['1', '2', '3', '4', '5', '6']);
	digits[4]?.click();
	await expect.element(token('thrush')).toHaveAttribute('aria-pressed', 'true');
});

describe('by dragging', () => {
	const drag = (from: ReturnType<typeof token>, to: ReturnType<typeof token>) =>
		userEvent.dragAndDrop(from.element(), to.element());

	it('puts a token where it is let go, moves it and brings it back', async () => {
		const shown = await show('drag-and-drop-cloze');
		await drag(token('no treatment'), gap('treatment', 'empty'));
		expect(shown.response()).toEqual({ blanks: { t4: 'none' } });
		await expect.element(token('no treatment')).toHaveAttribute('aria-pressed', 'false');
		await drag(gap('treatment', 'no treatment'), gap('cysts at the midline', 'empty'));
		expect(shown.response()).toEqual({ blanks: { t1: 'none' } });
		await drag(gap('cysts at the midline', 'no treatment'), token('thrush'));
		expect(shown.response()).toEqual({ blanks: {} });
	});

	it('leaves everything as it was when let go elsewhere', async () => {
		const shown = await show('drag-and-drop-cloze', { given: { blanks: { t1: 'bohn' } } });
		await userEvent.dragAndDrop(
			gap('cysts at the midline', 'Bohn nodules').element(),
			document.querySelector('#stem')!
		);
		expect(shown.response()).toEqual({ blanks: { t1: 'bohn' } });
		await expect.element(gap('cysts at the midline', 'Bohn nodules')).toBeVisible();
	});

	const fire = (element: Element, type: string, x: number, y: number, pointerType: string) =>
		element.dispatchEvent(
			new PointerEvent(type, {
				clientX: x,
				clientY: y,
				bubbles: true,
				pointerId: 1,
				isPrimary: true,
				pointerType
			})
		);

	it.each([
		['mouse', 'li', true],
		['touch', 'li', false],
		['touch', '[data-grip]', true]
	])('follows a %s on %s: %s', async (pointerType, where, carried) => {
		await show('drag-and-drop-cloze');
		const item = document.querySelector('li')!;
		// A synthetic pointer cannot be captured.
		item.setPointerCapture = () => undefined;
		fire(item.querySelector(where) ?? item, 'pointerdown', 10, 10, pointerType);
		fire(item, 'pointermove', 12, 12, pointerType);
		await expect.poll(() => item.classList.contains('carried')).toBe(false);
		fire(item, 'pointermove', 40, 60, pointerType);
		await expect.poll(() => item.classList.contains('carried')).toBe(carried);
		fire(item, 'pointercancel', 40, 60, pointerType);
		await expect.poll(() => item.classList.contains('carried')).toBe(false);
	});
});

describe('in review', () => {
	const words = (name: string) =>
		page
			.getByRole('group', { name })
			.getByRole('listitem')
			.elements()
			.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim());

	it('says gap by gap what was put there and what belongs there, then what was not needed', async () => {
		const given = { blanks: { t1: 'epstein', t2: 'lamina' } };
		await show('drag-and-drop-cloze', { mode: 'review', given });
		await expect
			.element(gap('cysts at the midline', 'Epstein pearls'))
			.toHaveAccessibleDescription('Your answer: correct');
		await expect
			.element(gap('cysts on the side of the ridge', 'dental lamina cysts'))
			.toHaveAccessibleDescription('Your answer: incorrect');
		await expect.element(gap('treatment', 'empty')).toHaveAccessibleDescription('Not answered');
		expect(words('cysts on the side of the ridge')).toEqual([
			'Bohn nodules Correct answer, not chosen They sit on the side of the ridge, away from the midline.',
			'dental lamina cysts Your answer: incorrect They sit on the crest of the ridge.'
		]);
		expect(words('not needed')).toHaveLength(2);
		for (const one of page.getByRole('button').elements()) expect(one).toBeDisabled();
	});

	it('takes the effects of a triad in either order', async () => {
		const given = { blanks: { cause: 'secondary', first: 'healing', second: 'burn' } };
		const shown = await show('drag-and-drop-rationale', { mode: 'review', given });
		expect(shown.points()).toBe(2);
		for (const one of page.getByRole('button').elements()) {
			await expect.element(one).toHaveAccessibleDescription('Your answer: correct');
		}
	});
});

it('locks tokens and gaps when disabled', async () => {
	await show('drag-and-drop-cloze', { mode: 'disabled', given: { blanks: { t1: 'epstein' } } });
	const buttons = page.getByRole('button').elements();
	expect(buttons).toHaveLength(10);
	for (const one of buttons) expect(one).toBeDisabled();
});
