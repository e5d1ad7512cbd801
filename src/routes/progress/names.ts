import { CJMM_STEP_NAMES, CJMM_STEPS, DIFFICULTIES } from '$lib/items/contract';
import { TONE_GROUPS } from '$lib/progress/parity';
import type { Confidence } from '$lib/session/events';

/** A share as people read it: `62 %`. */
export function percent(share: number): string {
	return `${Math.round(100 * share)} %`;
}

/** An interval: `48–74 %`. */
export function range(low: number, high: number): string {
	return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

/** A figure with so many decimals, with a true minus sign. */
export function figure(value: number, decimals = 2): string {
	return value.toFixed(decimals).replace('-', '−');
}

/** Below this many answers a figure says little, and the page says so. */
export const FEW = 10;

/** Seconds or minutes on a question: `42 s`, `1 min 20 s`. */
export function duration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	return seconds % 60 === 0
		? `${seconds / 60} min`
		: `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Hours and minutes of study: `3 h 20 min`. */
export function hours(ms: number): string {
	const minutes = Math.round(ms / 60_000);
	return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The words of *How sure are you?*. */
export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
	guess: 'Guessing',
	unsure: 'Unsure',
	'fairly-sure': 'Fairly sure',
	certain: 'Certain'
};

/** A diagnosis without what its name says in brackets, for charts and narrow tables. */
export function shortName(name: string): string {
	return name.replaceAll(/\s*\([^)]*\)/g, '').trim();
}

interface Named {
	readonly id: string;
	readonly name: string;
}
export const STEPS: readonly Named[] = CJMM_STEPS.map((id) => ({ id, name: CJMM_STEP_NAMES[id] }));
export const LEVELS: readonly Named[] = DIFFICULTIES.map((id) => ({
	id,
	name: id.charAt(0).toUpperCase() + id.slice(1)
}));
export const TONES: readonly Named[] = TONE_GROUPS.map(({ id, name, shades }) => ({
	id,
	name: `${name} (shades ${shades[0]} to ${shades.at(-1)})`
}));
