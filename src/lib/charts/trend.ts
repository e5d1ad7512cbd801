// Accuracy over time as a line with its 95 % band.
import type { ChartConfiguration } from 'chart.js';
import type { Palette } from './palette.js';

export interface TrendPoint {
	/** As shown on the axis. */
	readonly label: string;
	readonly n: number;
	/** Proportions, 0 to 1. */
	readonly p: number;
	readonly low: number;
	readonly high: number;
}

const percent = (p: number) => Math.round(p * 1000) / 10;

/** The chart for these points, oldest first. */
export function trendChart(
	points: readonly TrendPoint[],
	palette: Palette,
	still: boolean
): ChartConfiguration {
	const edge = { pointRadius: 0, borderWidth: 0, pointHitRadius: 0 } as const;
	return {
		type: 'line',
		data: {
			labels: points.map((one) => one.label),
			datasets: [
				{
					label: 'Full points',
					data: points.map((one) => percent(one.p)),
					borderColor: palette.accent,
					backgroundColor: palette.surface,
					pointBorderColor: palette.accent,
					pointBorderWidth: 2,
					pointRadius: 4,
					borderWidth: 2
				},
				{ label: 'Low', data: points.map((one) => percent(one.low)), ...edge },
				{
					label: 'High',
					data: points.map((one) => percent(one.high)),
					...edge,
					fill: '-1',
					backgroundColor: palette.band
				}
			]
		},
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
				y: {
					min: 0,
					max: 100,
					ticks: { color: palette.soft, callback: (value) => `${value} %`, stepSize: 25 },
					grid: { color: palette.line },
					border: { color: palette.line }
				}
			},
			plugins: {
				tooltip: {
					filter: (item) => item.datasetIndex === 0,
					callbacks: {
						label: (item) => {
							const point = points[item.dataIndex];
							return point === undefined ? '' : `${percent(point.p)} %, n = ${point.n}`;
						}
					}
				}
			}
		}
	};
}
