// Figures from samples.

/** The value below which `share` of the samples lie, by linear interpolation; NaN where there are none. */
export function quantile(samples: readonly number[], share: number): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const at = (sorted.length - 1) * share;
	const low = sorted[Math.floor(at)] ?? Number.NaN;
	const high = sorted[Math.ceil(at)] ?? Number.NaN;
	return low + (high - low) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]) => quantile(samples, 0.5);
export const p95 = (samples: readonly number[]) => quantile(samples, 0.95);

/** Each sample divided by the sample of the floor in the same round, so that a slow minute slows both. */
export function ratios(samples: readonly number[], floor: readonly number[]): number[] {
	return samples.flatMap((one, round) => {
		const by = floor[round];
		return by === undefined || Number.isNaN(one) || Number.isNaN(by) ? [] : [one / by];
	});
}

/** `412 (380–455)`: median, smallest and largest. */
export function spread(samples: readonly number[], digits = 0): string {
	const known = samples.filter((one) => !Number.isNaN(one));
	if (known.length === 0) return '–';
	const show = (value: number) => value.toFixed(digits);
	if (known.length === 1) return show(median(known));
	return `${show(median(known))} (${show(Math.min(...known))}–${show(Math.max(...known))})`;
}
