import { describe, expect, it } from 'vitest';
import { contrast, mix, readable } from '$lib/charts/colour';
import { cellWords, heatChart, heatColour, type HeatCell } from '$lib/charts/heat';
import type { Palette } from '$lib/charts/palette';
import { reliabilityChart } from '$lib/charts/reliability';
import { wilson } from '$lib/progress/wilson';

const PALETTE: Palette = {
	ink: 'rgb(28, 42, 42)',
	soft: 'rgb(76, 91, 89)',
	line: 'rgb(225, 218, 205)',
	accent: 'rgb(15, 92, 92)',
	wrong: 'rgb(162, 39, 31)',
	surface: 'rgb(255, 255, 255)',
	band: 'rgb(200, 220, 220)'
};
const NAMES = [
	{ number: 1, name: 'Neonatal milia' },
	{ number: 5, name: 'Neonatal acne' }
];
const CELLS: readonly HeatCell[] = [
	{ row: 0, column: 0, n: 6, share: 0.6 },
	{ row: 0, column: 1, n: 4, share: 0.4 },
	{ row: 1, column: 0, n: 0, share: 0 },
	{ row: 1, column: 1, n: 3, share: 1 }
];

/** What a scriptable option of a cell gives. */
function option(name: 'backgroundColor' | 'borderWidth', dataIndex: number): unknown {
	const [cells] = heatChart(NAMES, CELLS, PALETTE, false).data.datasets;
	return (cells?.[name] as unknown as (context: { dataIndex: number }) => unknown)({ dataIndex });
}

describe('the heat map', () => {
	it('puts each cell where its row and column are', () => {
		const [cells] = heatChart(NAMES, CELLS, PALETTE, false).data.datasets;
		expect(cells?.data).toEqual([
			{ x: 1, y: 1 },
			{ x: 2, y: 1 },
			{ x: 1, y: 2 },
			{ x: 2, y: 2 }
		]);
	});

	it('colours mix-ups only, and outlines the diagonal', () => {
		expect(option('backgroundColor', 0)).toBe(PALETTE.surface);
		expect(option('backgroundColor', 1)).not.toBe(PALETTE.surface);
		expect(option('backgroundColor', 2)).toBe(PALETTE.surface);
		expect([option('borderWidth', 0), option('borderWidth', 1)]).toEqual([2, 1]);
	});

	it('is stronger the larger the share, and full at one half', () => {
		const strengths = [0.02, 0.1, 0.3, 0.5].map((share) =>
			contrast(heatColour(PALETTE, share), PALETTE.surface)
		);
		expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
		expect(heatColour(PALETTE, 0.5)).toBe(PALETTE.wrong);
		expect(heatColour(PALETTE, 0.9)).toBe(PALETTE.wrong);
	});

	it('has numbers that can be read on every colour of the scale', () => {
		for (let share = 0; share <= 1; share += 0.01) {
			const ground = heatColour(PALETTE, share);
			const ink = readable(ground, 'rgb(0, 0, 0)', 'rgb(255, 255, 255)');
			expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('says a cell in words', () => {
		expect(cellWords(NAMES, CELLS[1])).toBe('Neonatal milia taken for Neonatal acne: 4 (40 %)');
		expect(cellWords(NAMES, CELLS[3])).toBe('Neonatal acne recognized: 3 (100 %)');
		expect(cellWords(NAMES, undefined)).toBe('');
	});
});

describe('mixing', () => {
	it('goes from one colour to the other', () => {
		expect(mix('rgb(0, 0, 0)', 'rgb(255, 255, 255)', 0.5)).toBe('rgb(128, 128, 128)');
		expect(mix('Canvas', 'Highlight', 0.6)).toBe('Highlight');
		expect(mix('Canvas', 'Highlight', 0.4)).toBe('Canvas');
	});
});

describe('the reliability curve', () => {
	const share = wilson(8, 10);
	if (share === undefined) throw new Error('n is not 0');
	const points = [{ name: 'Certain', forecast: 0.95, ...share }];
	const [curve, whiskers, perfect] = reliabilityChart(points, PALETTE, true).data.datasets;

	it('sets how sure against how often right, with the interval', () => {
		expect(curve?.data).toEqual([{ x: 95, y: 80 }]);
		expect(whiskers?.data.slice(0, 2)).toEqual([
			{ x: 95, y: 100 * share.low },
			{ x: 95, y: 100 * share.high }
		]);
	});

	it('has a dashed line where both are the same', () => {
		expect(perfect).toMatchObject({ borderDash: [6, 5] });
		expect(perfect?.data).toEqual([
			{ x: 0, y: 0 },
			{ x: 100, y: 100 }
		]);
	});
});
