// Accuracy over time as a line with its 95 % band.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Palette } from './palette.js';
import { percentAxis, shareWords, type Share } from './percent.js';

export interface TrendPoint extends Share {
	/** As shown on the axis. */
	readonly label: string;
}

/** The chart for these points, oldest first. */
export function trendChart(
	points: readonly TrendPoint[],
	palette: Palette,
	still: boolean
): ChartConfiguration {
	return {
		type: 'line',
		data: { labels: points.map((one) => one.label), datasets: datasetsOf(points, palette) },
		options: {
			animation: still ? false : { duration: 200 },
			responsive: true,
			maintainAspectRatio: false,
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					ticks: { color: palette.soft, maxRotation: 0, autoSkipPadding: 12 },
					grid: { display: false },
					border: { color: palette.line }
				},
				y: percentAxis(palette, 25)
			},
			plugins: {
				tooltip: {
					filter: (item) => item.datasetIndex === 0,
					callbacks: { label: (item) => shareWords(points[item.dataIndex]) }
				}
			}
		}
	};
}

function datasetsOf(points: readonly TrendPoint[], palette: Palette): ChartDataset<'line'>[] {
	const percents = (of: 'p' | 'low' | 'high') => points.map((one) => 100 * one[of]);
	// The tint of the band alone is too faint to be seen by everybody.
	const edge = {
		borderColor: palette.accent,
		borderWidth: 1,
		borderDash: [2, 3],
		pointRadius: 0,
		pointHitRadius: 0
	};
	return [
		{
			label: 'Full points',
			data: percents('p'),
			borderColor: palette.accent,
			backgroundColor: palette.surface,
			pointBorderColor: palette.accent,
			pointBorderWidth: 2,
			pointRadius: 4,
			borderWidth: 2
		},
		{ label: 'Low', data: percents('low'), ...edge },
		{
			label: 'High',
			data: percents('high'),
			...edge,
			fill: '-1',
			backgroundColor: palette.band
		}
	];
}
