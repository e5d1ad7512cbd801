/** A share as people read it: `62 %`. */
export function percent(share: number): string {
	return `${Math.round(100 * share)} %`;
}

/** An interval: `48–74 %`. */
export function range(low: number, high: number): string {
	return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

/** Below this many answers a figure says little, and the page says so. */
export const FEW = 10;
