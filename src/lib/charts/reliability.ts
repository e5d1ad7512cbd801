// Confidence against accuracy: one point for each level of confidence, its 95 % interval as a whisker, and the line of perfect
// calibration, dashed.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Palette } from './palette.js';
import { percentAxis, shareWords, type Share } from './percent.js';

export interface ReliabilityPoint extends Share {
	readonly name: string;
	/** What the confidence says, 0 to 1. */
	readonly forecast: number;
}

/** The chart of these points, lowest forecast first. */
export function reliabilityChart(
	points: readonly ReliabilityPoint[],
	palette: Palette,
	still: boolean
): ChartConfiguration {
	const config: ChartConfiguration<'line', { x: number; y: number }[]> = {
		type: 'line',
		data: { datasets: datasetsOf(points, palette) },
		options: {
			animation: still ? false : { duration: 200 },
			responsive: true,
			maintainAspectRatio: false,
			scales: {
				x: {
					type: 'linear',
					...percentAxis(palette, 20),
					title: { display: true, text: 'How sure', color: palette.soft }
				},
				y: {
					...percentAxis(palette, 20),
					title: { display: true, text: 'How often right', color: palette.soft }
				}
			},
			plugins: {
				tooltip: {
					filter: (item) => item.datasetIndex === 0,
					callbacks: {
						title: (items) => items.map((item) => points[item.dataIndex]?.name ?? ''),
						label: (item) => shareWords(points[item.dataIndex])
					}
				}
			}
		}
	};
	return config as ChartConfiguration;
}

function datasetsOf(
	points: readonly ReliabilityPoint[],
	palette: Palette
): ChartDataset<'line', { x: number; y: number }[]>[] {
	const at = (forecast: number, share: number) => ({ x: 100 * forecast, y: 100 * share });
	const quiet = { pointRadius: 0, pointHitRadius: 0 };
	return [
		{
			label: 'You',
			data: points.map((one) => at(one.forecast, one.p)),
			borderColor: palette.accent,
			borderWidth: 2,
			backgroundColor: palette.surface,
			pointBorderColor: palette.accent,
			pointBorderWidth: 2,
			pointRadius: 6
		},
		{
			label: 'Interval, 95 %',
			// Pairs of ends with a gap after each: whiskers of one data set.
			data: points.flatMap((one) => [
				at(one.forecast, one.low),
				at(one.forecast, one.high),
				at(one.forecast, Number.NaN)
			]),
			borderColor: palette.accent,
			borderWidth: 2,
			...quiet
		},
		{
			label: 'As sure as right',
			data: [at(0, 0), at(1, 1)],
			borderColor: palette.soft,
			borderWidth: 2,
			borderDash: [6, 5],
			...quiet
		}
	];
}
