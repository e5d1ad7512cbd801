import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { draw } from '$lib/illustrations/draw';
import Illustration from '$lib/illustrations/Illustration.svelte';

const spec = { id: 'milium', tone: 7, seed: 4 } as const;
const SVG = 'http://www.w3.org/2000/svg';

describe('an illustration', () => {
	it('is one picture with its alternative text, marked as a drawing', async () => {
		await render(Illustration, { spec });
		await expect.element(page.getByRole('img', { name: draw(spec).alt })).toBeVisible();
		await expect.element(page.getByText('Schematic drawing, not a photograph')).toBeVisible();
	});

	it('is made of SVG elements with their names as SVG spells them', async () => {
		const { container } = await render(Illustration, { spec });
		const inside = [...container.querySelectorAll('svg *')];
		expect(inside.length).toBeGreaterThan(20);
		expect(inside.every((one) => one.namespaceURI === SVG)).toBe(true);
		expect(container.querySelector('linearGradient')).toBeInstanceOf(SVGLinearGradientElement);
		expect(container.querySelector('pattern')?.getAttribute('patternUnits')).toBe('userSpaceOnUse');
	});

	it('shares no id with the same drawing elsewhere on the page', async () => {
		await render(Illustration, { spec });
		await render(Illustration, { spec });
		const ids = [...document.querySelectorAll('svg [id]')].map((one) => one.id);
		expect(ids.length).toBeGreaterThan(4);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('follows its spec', async () => {
		const { rerender } = await render(Illustration, { spec });
		const other = { ...spec, id: 'papule' };
		await rerender({ spec: other });
		await expect.element(page.getByRole('img', { name: draw(other).alt })).toBeVisible();
	});
});
