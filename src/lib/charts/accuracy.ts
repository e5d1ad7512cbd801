// Accuracy by topic as horizontal bars, each with its 95 % interval as a whisker.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Palette } from './palette.js';
import { percentAxis, shareWords, type Share } from './percent.js';

export interface AccuracyBar extends Share {
	readonly name: string;
}

const LONGEST_NAME = 26;

/** Breaks a name into lines that fit beside a bar. */
export function lines(name: string, width = LONGEST_NAME): string[] {
	const out: string[] = [];
	for (const word of name.split(' ')) {
		const last = out.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= width)
			out[out.length - 1] = `${last} ${word}`;
		else out.push(word);
	}
	return out;
}

/** The chart for these bars; `narrow` for a phone. */
export function accuracyChart(
	bars: readonly AccuracyBar[],
	palette: Palette,
	still: boolean,
	narrow: boolean
): ChartConfiguration {
	const labelOf = (bar: AccuracyBar) => `${bar.name} (n\u00a0=\u00a0${bar.n})`;
	return {
		type: 'bar',
		data: {
			labels: bars.map((bar) => lines(labelOf(bar), narrow ? 16 : LONGEST_NAME)),
			datasets: datasetsOf(bars, palette)
		},
		options: {
			indexAxis: 'y',
			animation: still ? false : { duration: 200 },
			responsive: true,
			maintainAspectRatio: false,
			scales: {
				x: percentAxis(palette, narrow ? 50 : 25),
				y: {
					ticks: { color: palette.ink, autoSkip: false, font: { size: narrow ? 11 : 13 } },
					grid: { display: false }
				}
			},
			plugins: {
				tooltip: {
					filter: (item) => item.datasetIndex === 1,
					callbacks: {
						title: (items) => items.map((item) => bars[item.dataIndex]?.name ?? ''),
						label: (item) => shareWords(bars[item.dataIndex])
					}
				}
			}
		}
	};
}

function datasetsOf(bars: readonly AccuracyBar[], palette: Palette): ChartDataset<'bar'>[] {
	return [
		{
			label: 'Interval, 95 %',
			data: bars.map((bar) => [100 * bar.low, 100 * bar.high]),
			backgroundColor: palette.ink,
			barThickness: 3,
			grouped: false
		},
		{
			label: 'Full points',
			data: bars.map((bar) => 100 * bar.p),
			backgroundColor: palette.band,
			borderColor: palette.accent,
			borderWidth: 2,
			borderSkipped: false,
			barThickness: 18,
			// A share of 0 still shows where it stands.
			minBarLength: 4,
			grouped: false
		}
	];
}
