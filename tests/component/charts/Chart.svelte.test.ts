import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { Chart } from '$lib/charts/library';
import type { TrendPoint } from '$lib/charts/trend';
import Host from './Host.svelte';

const points = (...shares: number[]): TrendPoint[] =>
	shares.map((p) => ({ label: `${p}`, n: 10, p, low: p / 2, high: (1 + p) / 2 }));

function chartIn(container: HTMLElement) {
	const canvas = container.querySelector('canvas');
	return canvas === null ? undefined : Chart.getChart(canvas);
}
const shown = (container: HTMLElement) => chartIn(container)?.data.datasets[0]?.data;

afterEach(() => {
	delete document.documentElement.dataset['theme'];
});

describe('a chart', () => {
	it('is drawn as a picture with a name, beside its table', async () => {
		const { container } = await render(Host, { points: points(0.25, 0.5) });
		await expect.poll(() => shown(container)).toEqual([25, 50]);
		await expect.element(page.getByRole('img', { name: 'Accuracy' })).toBeVisible();
		await expect.element(page.getByRole('cell', { name: '2' })).toBeVisible();
	});

	it('is drawn anew when its numbers change', async () => {
		const screen = await render(Host, { points: points(0.25, 0.5) });
		await expect.poll(() => shown(screen.container)).toEqual([25, 50]);
		await screen.rerender({ points: points(0.5, 0.75, 1) });
		await expect.poll(() => shown(screen.container)).toEqual([50, 75, 100]);
	});

	it('takes the colours of the theme, also when that changes', async () => {
		document.documentElement.dataset['theme'] = 'light';
		const { container } = await render(Host, { points: points(0.5) });
		const line = () => chartIn(container)?.data.datasets[0]?.borderColor;
		await expect.poll(line).toBe('rgb(15, 92, 92)');
		document.documentElement.dataset['theme'] = 'dark';
		await expect.poll(line).toBe('rgb(116, 207, 197)');
	});

	it('is taken away with its page', async () => {
		const screen = await render(Host, { points: points(0.5) });
		await expect.poll(() => shown(screen.container)).toEqual([50]);
		const drawn = Object.keys(Chart.instances).length;
		await screen.unmount();
		expect(Object.keys(Chart.instances)).toHaveLength(drawn - 1);
	});
});
