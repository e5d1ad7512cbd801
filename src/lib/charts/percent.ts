// What charts of shares have in common: the axis from 0 to 100 %, and shares in the words of the tables beside them.
import type { Palette } from './palette.js';

/** A share with how far it can be trusted; proportions, 0 to 1. */
export interface Share {
	readonly n: number;
	readonly p: number;
	readonly low: number;
	readonly high: number;
}

/** "67 % (48–81 %), n = 18": rounded as in the tables. */
export function shareWords(share: Share | undefined): string {
	if (share === undefined) return '';
	const [p, low, high] = [share.p, share.low, share.high].map((one) => Math.round(100 * one));
	return `${p} % (${low}–${high} %), n = ${share.n}`;
}

export function percentAxis(palette: Palette, stepSize: number) {
	return {
		min: 0,
		max: 100,
		ticks: { color: palette.soft, callback: (value: number | string) => `${value} %`, stepSize },
		grid: { color: palette.line },
		border: { color: palette.line }
	};
}
