import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from './show';

const PRESS = 'Press beside the cyst';
const AGREE = 'Explain the procedure and agree on it';
const button = (name: string) => page.getByRole('button', { name });
const status = () => page.getByRole('status');
const order = () =>
	page
		.getByRole('listitem')
		.elements()
		.map((row) => row.querySelector('.text')?.textContent);

describe('by clicks', () => {
	it('is answered with the buttons, each move said', async () => {
		const shown = await show('ordered-response');
		await expect.element(status()).toHaveTextContent(/^No answer yet/);
		expect(shown.complete()).toBe(false);
		await button(`Move ${PRESS} down`).click();
		await expect.element(status()).toHaveTextContent(`${PRESS}: now 2 of 4.`);
		expect(shown.response()).toEqual({ order: ['b', 'a', 'c', 'd'] });
		await button(`Move ${PRESS} down`).click();
		await button(`Move ${PRESS} down`).click();
		await button('Move Clean the skin up').click();
		expect(shown.response()).toEqual({ order: ['b', 'd', 'c', 'a'] });
		expect([shown.complete(), shown.points()]).toEqual([true, 1]);
		expect(order()[3]).toBe(PRESS);
	});

	it('is answered with the positions', async () => {
		const shown = await show('ordered-response');
		await page.getByRole('combobox', { name: `Position of ${PRESS}` }).selectOptions('4');
		await page.getByRole('combobox', { name: 'Position of Clean the skin' }).selectOptions('2');
		expect(shown.points()).toBe(1);
	});

	it('takes the order as it stands only when told to', async () => {
		const shown = await show('ordered-response');
		button(`Move ${PRESS} up`).element().focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(status()).toHaveTextContent(`${PRESS}: still 1 of 4.`);
		expect(shown.response()).toEqual({ order: [] });
		await button('Keep this order').click();
		await expect.element(status()).toHaveTextContent('This order is your answer.');
		expect(shown.response()).toEqual({ order: ['a', 'b', 'c', 'd'] });
	});
});

it('is answered by keyboard, and the focus stays on the control that moved', async () => {
	const shown = await show('ordered-response');
	button(`Move ${PRESS} down`).element().focus();
	await userEvent.keyboard('{Enter}{Enter}{Enter}');
	await expect.element(button(`Move ${PRESS} down`)).toHaveFocus();
	await expect.element(button(`Move ${PRESS} down`)).toHaveAttribute('aria-disabled', 'true');
	button('Move Clean the skin up').element().focus();
	await userEvent.keyboard(' ');
	await expect.element(button('Move Clean the skin up')).toHaveFocus();
	expect(shown.points()).toBe(1);
	await page
		.getByRole('combobox', { name: `Position of ${AGREE}` })
		.element()
		.focus();
	await userEvent.keyboard('3');
	expect(shown.response()).toEqual({ order: ['d', 'c', 'b', 'a'] });
	await expect.element(page.getByRole('combobox', { name: `Position of ${AGREE}` })).toHaveFocus();
});

describe('by dragging', () => {
	const handles = () => [...document.querySelectorAll<HTMLElement>('.handle')];
	const middle = (element: Element) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		return { clientX: left + width / 2, clientY: top + height / 2 };
	};
	const fire = (element: Element, type: string, at: { clientX: number; clientY: number }) =>
		element.dispatchEvent(
			new PointerEvent(type, { ...at, bubbles: true, pointerId: 1, isPrimary: true, button: 0 })
		);

	it('drops a step where it is let go', async () => {
		const shown = await show('ordered-response');
		await userEvent.dragAndDrop(handles()[0]!, handles()[3]!, { targetPosition: { x: 5, y: 40 } });
		await expect.element(status()).toHaveTextContent(`${PRESS}: now 4 of 4.`);
		expect(shown.response()).toEqual({ order: ['b', 'c', 'd', 'a'] });
	});

	it('leaves everything as it was when the pointer is taken away', async () => {
		const shown = await show('ordered-response');
		const [first, , third] = handles();
		// A synthetic pointer cannot be captured.
		first!.setPointerCapture = () => undefined;
		fire(first!, 'pointerdown', middle(first!));
		fire(first!, 'pointermove', middle(third!));
		await expect.poll(() => document.querySelector('[data-dragged]')).not.toBeNull();
		fire(first!, 'pointercancel', middle(third!));
		await expect.poll(() => document.querySelector('[data-dragged]')).toBeNull();
		expect(shown.response()).toEqual({ order: [] });
	});
});

it('has controls of at least 44 pixels and no sideways scroll at 320 pixels', async () => {
	await show('ordered-response', { width: 320 });
	const controls = [...document.querySelectorAll('button, select')];
	expect(controls.length).toBe(13);
	for (const control of controls) {
		const { width, height } = control.getBoundingClientRect();
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
	}
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

describe('in review', () => {
	const rows = () =>
		page
			.getByRole('listitem')
			.elements()
			.map((row) => row.textContent?.replaceAll(/\s+/g, ' ').trim());

	it('says of each step whether it stands right, and where it belongs', async () => {
		await show('ordered-response', { mode: 'review', given: { order: ['b', 'c', 'd', 'a'] } });
		await expect.element(page.getByRole('list', { name: 'Put the steps in order.' })).toBeVisible();
		expect(rows()[0]).toBe(
			`1 ${AGREE} Your answer: correct First: nothing is done before consent.`
		);
		expect(rows()[1]).toBe(
			'2 Nick the roof with a sterile needle Your answer: incorrect Belongs at position 3 Third: the opening is made in clean skin.'
		);
		await expect.element(page.getByRole('button')).not.toBeInTheDocument();
	});

	it('shows the right order where nothing was answered', async () => {
		await show('ordered-response', { mode: 'review' });
		expect(rows()[3]).toBe(
			`4 ${PRESS} Correct answer, not chosen Last: the plug comes out once the roof is open.`
		);
	});
});

it('locks the controls when disabled', async () => {
	await show('ordered-response', { mode: 'disabled', given: { order: ['b', 'd', 'c', 'a'] } });
	expect(order()[0]).toBe(AGREE);
	for (const control of page.getByRole('button').elements()) expect(control).toBeDisabled();
	await expect.element(page.getByRole('status')).not.toBeInTheDocument();
});
