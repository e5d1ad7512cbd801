// The parts of Chart.js that Milium uses, registered once. Fetched only where a chart is shown.
import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Title,
	Tooltip
} from 'chart.js';
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	MatrixController,
	MatrixElement,
	PointElement,
	Title,
	Tooltip
);

export { Chart };
