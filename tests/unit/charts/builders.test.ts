import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { accuracyChart, lines, type AccuracyBar } from '$lib/charts/accuracy';
import type { Palette } from '$lib/charts/palette';
import { shareWords } from '$lib/charts/percent';
import { trendChart, type TrendPoint } from '$lib/charts/trend';
import { wilson } from '$lib/progress/wilson';
import { percent, range } from '../../../src/routes/progress/names';

const PALETTE: Palette = {
	ink: 'ink',
	soft: 'soft',
	line: 'line',
	accent: 'accent',
	wrong: 'wrong',
	surface: 'surface',
	band: 'band'
};

function shareOf(correct: number, n: number) {
	const share = wilson(correct, n);
	if (share === undefined) throw new Error('n must not be 0');
	return share;
}
const BARS: readonly AccuracyBar[] = [
	{ name: 'Neonatal milia', ...shareOf(12, 18) },
	{ name: 'Milia and other newborn findings', ...shareOf(0, 3) }
];
const POINTS: readonly TrendPoint[] = [
	{ label: '20 Nov', ...shareOf(1, 4) },
	{ label: '21 Nov', ...shareOf(7, 7) }
];
const accuracy = (still = false, narrow = false) => accuracyChart(BARS, PALETTE, still, narrow);
const trend = (still = false) => trendChart(POINTS, PALETTE, still);

/** The words of a tooltip for the mark at an index of a data set, or undefined where it shows none. */
function tooltip(config: ReturnType<typeof trend>, datasetIndex: number, dataIndex: number) {
	const plugin = config.options?.plugins?.tooltip;
	const item = { datasetIndex, dataIndex } as never;
	if (plugin?.filter?.call({} as never, item, 0, [], {} as never) === false) return undefined;
	const title = plugin?.callbacks?.title?.call({} as never, [item]);
	return { title, label: plugin?.callbacks?.label?.call({} as never, item) };
}
/** A number of a chart in the words of a table. */
const inTable = (value: unknown) => `${Math.round(Number(value))} %`;

describe('the chart of accuracy by topic', () => {
	it('shows the numbers of the table', () => {
		const [intervals, shares] = accuracy().data.datasets;
		expect(shares?.data.map(inTable)).toEqual(BARS.map((bar) => percent(bar.p)));
		const ends = intervals?.data as unknown as [number, number][];
		expect(ends.map(([low, high]) => range(low / 100, high / 100))).toEqual(
			BARS.map((bar) => range(bar.low, bar.high))
		);
	});

	it('rounds as the table does, whatever the share', () => {
		const counts = fc
			.integer({ min: 1, max: 2000 })
			.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
		fc.assert(
			fc.property(counts, ([correct, n]) => {
				const share = shareOf(correct, n);
				const words = `${percent(share.p)} (${range(share.low, share.high)}), n = ${n}`;
				expect(shareWords(share)).toBe(words);
				const config = accuracyChart([{ name: 'a', ...share }], PALETTE, false, false);
				expect(inTable(config.data.datasets[1]?.data[0])).toBe(percent(share.p));
			})
		);
	});

	it('names each bar with its n, broken into lines that fit', () => {
		expect(accuracy().data.labels).toEqual([
			['Neonatal milia (n\u00a0=\u00a018)'],
			['Milia and other newborn', 'findings (n\u00a0=\u00a03)']
		]);
		for (const label of accuracy(false, true).data.labels as string[][]) {
			for (const line of label) expect(line.length).toBeLessThanOrEqual(16);
		}
	});

	it('says the numbers in the tooltip of a bar, not of its whisker', () => {
		expect(tooltip(accuracy(), 1, 0)).toEqual({
			title: ['Neonatal milia'],
			label: '67 % (44–84 %), n = 18'
		});
		expect(tooltip(accuracy(), 0, 0)).toBeUndefined();
		expect(tooltip(accuracy(), 1, 9)?.label).toBe('');
	});
});

describe('the trend', () => {
	it('shows the numbers of the table with the band between its ends', () => {
		const [shares, low, high] = trend().data.datasets;
		expect(trend().data.labels).toEqual(['20 Nov', '21 Nov']);
		expect(shares?.data.map(inTable)).toEqual(POINTS.map((one) => percent(one.p)));
		expect(low?.data).toEqual(POINTS.map((one) => 100 * one.low));
		expect(high?.data).toEqual(POINTS.map((one) => 100 * one.high));
		expect(high).toMatchObject({ fill: '-1', backgroundColor: 'band' });
	});

	it('draws the ends of the band, whose tint alone is too faint', () => {
		for (const edge of trend().data.datasets.slice(1)) {
			expect(edge).toMatchObject({ borderColor: 'accent', borderWidth: 1 });
		}
	});

	it('says the numbers in the tooltip of the line only', () => {
		expect(tooltip(trend(), 0, 1)?.label).toBe('100 % (65–100 %), n = 7');
		expect([tooltip(trend(), 1, 1), tooltip(trend(), 2, 1)]).toEqual([undefined, undefined]);
	});
});

describe.each([
	['accuracy', accuracy, 'x'],
	['trend', trend, 'y']
] as const)('%s', (_, build, axis) => {
	it('moves only where motion is welcome', () => {
		expect(build(true).options?.animation).toBe(false);
		expect(build(false).options?.animation).toEqual({ duration: 200 });
	});

	it('has an axis from 0 to 100 %', () => {
		const scale = build().options?.scales?.[axis];
		expect(scale).toMatchObject({ min: 0, max: 100 });
		expect(scale?.ticks?.callback?.call({} as never, 25, 0, [])).toBe('25 %');
	});
});

describe('lines', () => {
	it.each([
		['Milia', 26, ['Milia']],
		['Epstein pearls and Bohn nodules', 16, ['Epstein pearls', 'and Bohn nodules']],
		['Pseudoxanthomatous milium', 10, ['Pseudoxanthomatous', 'milium']],
		['', 10, ['']]
	])('%j in %i characters', (name, width, broken) => {
		expect(lines(name, width)).toEqual(broken);
	});

	it('loses no word, and breaks a line only where it must', () => {
		const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 30 }), (list, width) => {
				const broken = lines(list.join(' '), width);
				expect(broken.join(' ')).toBe(list.join(' '));
				broken.forEach((line, index) => {
					const next = broken[index + 1]?.split(' ')[0];
					expect(line.includes(' ') && line.length > width).toBe(false);
					if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(width);
				});
			})
		);
	});
});
