// The confusion map as a heat map: rows are what was right, columns what was chosen. Colour shows mix-ups only, by lightness; right
// answers stand in outlined cells on the diagonal, and every cell has its number.
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
// Types only: makes `matrix` a chart type.
import type {} from 'chartjs-chart-matrix';
import { lines } from './accuracy.js';
import { mix, readable } from './colour.js';
import type { Palette } from './palette.js';

export interface HeatCell {
	/** Places of the row and the column in `names`, from 0. */
	readonly row: number;
	readonly column: number;
	readonly n: number;
	/** Share of the row, 0 to 1. */
	readonly share: number;
}

/** A diagnosis with the number it has in the table beside the picture. */
export interface HeatName {
	readonly number: number;
	readonly name: string;
}

/** From this share of its row on a mix-up has the full colour. */
const FULL = 0.5;
/** What a single mix-up in many answers still shows. */
const FAINTEST = 0.18;

/** The colour of a mix-up that makes up `share` of its row. */
export function heatColour(palette: Palette, share: number): string {
	const strength = share <= 0 ? 0 : FAINTEST + (1 - FAINTEST) * Math.min(1, share / FULL);
	return mix(palette.surface, palette.wrong, strength);
}

/** The chart of these cells; `narrow` for a phone. */
export function heatChart(
	names: readonly HeatName[],
	cells: readonly HeatCell[],
	palette: Palette,
	narrow: boolean
): ChartConfiguration {
	const fill = (cell: HeatCell) =>
		cell.row === cell.column ? palette.surface : heatColour(palette, cell.share);
	const data = cells.map((cell) => ({ x: cell.column + 1, y: cell.row + 1 }));
	const size = names.length;
	const cellOf = (index: number) => cells[index];
	const axis = {
		type: 'linear' as const,
		min: 0.5,
		max: size + 0.5,
		offset: false,
		// One for each diagnosis; Chart.js would begin at the edge, half a cell off.
		afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
			scale.ticks = names.map((_, index) => ({ value: index + 1 }));
		},
		grid: { display: false },
		border: { display: false }
	};
	const font = { size: narrow ? 10 : 12 };
	const config: ChartConfiguration<'matrix'> = {
		type: 'matrix',
		data: {
			datasets: [
				{
					data,
					backgroundColor: ({ dataIndex }) => {
						const cell = cellOf(dataIndex);
						return cell === undefined ? palette.surface : fill(cell);
					},
					borderColor: ({ dataIndex }) => {
						const cell = cellOf(dataIndex);
						return cell !== undefined && cell.row === cell.column ? palette.ink : palette.line;
					},
					borderWidth: ({ dataIndex }) => {
						const cell = cellOf(dataIndex);
						return cell !== undefined && cell.row === cell.column ? 2 : 1;
					},
					width: ({ chart }) => sideOf(chart.chartArea?.width, size),
					height: ({ chart }) => sideOf(chart.chartArea?.height, size)
				}
			]
		},
		options: {
			animation: false,
			responsive: true,
			maintainAspectRatio: false,
			scales: {
				x: {
					...axis,
					position: 'top',
					title: { display: true, text: 'Chosen', color: palette.soft },
					ticks: {
						color: palette.ink,
						autoSkip: false,
						maxRotation: 0,
						font,
						callback: (value) => String(names[Number(value) - 1]?.number ?? '')
					}
				},
				y: {
					...axis,
					reverse: true,
					title: { display: !narrow, text: 'Right answer', color: palette.soft },
					ticks: {
						color: palette.ink,
						autoSkip: false,
						font,
						callback: (value) => {
							const one = names[Number(value) - 1];
							return lines(`${one?.number ?? ''} ${one?.name ?? ''}`, narrow ? 17 : 30);
						}
					}
				}
			},
			plugins: {
				tooltip: {
					callbacks: {
						title: () => '',
						label: ({ dataIndex }) => cellWords(names, cellOf(dataIndex))
					}
				}
			}
		},
		plugins: [numbersIn(cells, fill, palette, narrow)]
	};
	// Chart.js types a configuration by its one chart type; whoever draws it need not know which.
	return config as unknown as ChartConfiguration;
}

const sideOf = (length: number | undefined, size: number) => Math.max(1, (length ?? 0) / size - 2);

// Ink and surface of the page are too near to the middle of the scale.
const BLACK = 'rgb(0, 0, 0)';
const WHITE = 'rgb(255, 255, 255)';

/** A cell in words. */
export function cellWords(names: readonly HeatName[], cell: HeatCell | undefined): string {
	if (cell === undefined) return '';
	const [right, chosen] = [names[cell.row]?.name ?? '', names[cell.column]?.name ?? ''];
	const share = `${cell.n} (${Math.round(100 * cell.share)} %)`;
	return cell.row === cell.column
		? `${right} recognized: ${share}`
		: `${right} taken for ${chosen}: ${share}`;
}

/** Writes the number into every cell. */
function numbersIn(
	cells: readonly HeatCell[],
	fill: (cell: HeatCell) => string,
	palette: Palette,
	narrow: boolean
): Plugin<'matrix'> {
	return {
		id: 'numbers',
		afterDatasetsDraw(chart: Chart<'matrix'>) {
			const { ctx } = chart;
			ctx.save();
			ctx.textAlign = 'center';
			ctx.textBaseline = 'middle';
			chart.getDatasetMeta(0).data.forEach((element, index) => {
				const cell = cells[index];
				if (cell === undefined || cell.n === 0) return;
				const { x, y } = element.tooltipPosition(true);
				ctx.font = `${cell.row === cell.column ? '' : '700 '}${narrow ? 11 : 13}px system-ui, sans-serif`;
				ctx.fillStyle = readable(fill(cell), BLACK, WHITE);
				if (x !== null && y !== null) ctx.fillText(String(cell.n), x, y);
			});
			ctx.restore();
		}
	};
}
