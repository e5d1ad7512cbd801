// Accuracy by topic as horizontal bars, each with its 95 % interval as a whisker.
import type { ChartConfiguration } from 'chart.js';
import type { Palette } from './palette.js';

export interface AccuracyBar {
	readonly name: string;
	readonly n: number;
	/** Proportions, 0 to 1. */
	readonly p: number;
	readonly low: number;
	readonly high: number;
}

const percent = (p: number) => Math.round(p * 1000) / 10;
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
	return {
		type: 'bar',
		data: {
			labels: bars.map((bar) => lines(`${bar.name} (n = ${bar.n})`, narrow ? 16 : LONGEST_NAME)),
			datasets: [
				{
					label: 'Interval, 95 %',
					data: bars.map((bar) => [percent(bar.low), percent(bar.high)]),
					backgroundColor: palette.ink,
					barThickness: 3,
					grouped: false
				},
				{
					label: 'Full points',
					data: bars.map((bar) => percent(bar.p)),
					backgroundColor: palette.band,
					borderColor: palette.accent,
					borderWidth: 2,
					borderSkipped: false,
					barThickness: 18,
					// A share of 0 still shows where it stands.
					minBarLength: 4,
					grouped: false
				}
			]
		},
		options: {
			indexAxis: 'y',
			animation: still ? false : { duration: 200 },
			responsive: true,
			maintainAspectRatio: false,
			scales: {
				x: {
					min: 0,
					max: 100,
					ticks: {
						color: palette.soft,
						callback: (value) => `${value} %`,
						stepSize: narrow ? 50 : 25
					},
					grid: { color: palette.line },
					border: { color: palette.line }
				},
				y: {
					ticks: { color: palette.ink, autoSkip: false, font: { size: narrow ? 11 : 13 } },
					grid: { display: false }
				}
			},
			plugins: {
				tooltip: {
					filter: (item) => item.datasetIndex === 1,
					callbacks: {
						title: (items) => bars[items[0]?.dataIndex ?? -1]?.name ?? '',
						label: (item) => {
							const bar = bars[item.dataIndex];
							return bar === undefined
								? ''
								: `${percent(bar.p)} % (${percent(bar.low)}–${percent(bar.high)} %), n = ${bar.n}`;
						}
					}
				}
			}
		}
	};
}
