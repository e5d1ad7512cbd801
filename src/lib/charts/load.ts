// Questions a day or a week as stacked bars: reviews filled, new questions outlined, so that hue is not needed to tell them apart.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Palette } from './palette.js';

export interface LoadBar {
	/** As shown on the axis. */
	readonly label: string;
	readonly reviews: number;
	readonly fresh: number;
}

/** The chart for these bars, earliest first. */
export function loadChart(
	bars: readonly LoadBar[],
	palette: Palette,
	still: boolean
): ChartConfiguration {
	return {
		type: 'bar',
		data: {
			labels: bars.map((one) => one.label),
			datasets: [
				dataset(
					'Reviews',
					bars.map((one) => one.reviews),
					palette.accent,
					palette
				),
				dataset(
					'New questions',
					bars.map((one) => one.fresh),
					palette.band,
					palette
				)
			]
		},
		options: {
			animation: still ? false : { duration: 200 },
			responsive: true,
			maintainAspectRatio: false,
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					stacked: true,
					ticks: { color: palette.soft, maxRotation: 0, autoSkipPadding: 12 },
					grid: { display: false },
					border: { color: palette.line }
				},
				y: {
					stacked: true,
					beginAtZero: true,
					suggestedMax: 4,
					ticks: { color: palette.soft, precision: 0 },
					grid: { color: palette.line },
					border: { display: false }
				}
			}
		}
	};
}

function dataset(
	label: string,
	data: number[],
	fill: string,
	palette: Palette
): ChartDataset<'bar'> {
	return {
		label,
		data,
		backgroundColor: fill,
		borderColor: palette.accent,
		borderWidth: 1,
		maxBarThickness: 28
	};
}
