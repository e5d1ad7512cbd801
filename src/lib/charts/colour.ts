// Colours of a scale, mixed from two colours of the palette.

export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `rgb(15, 92, 92)` as browsers resolve colours; undefined for any other form. */
export function readRgb(colour: string): Rgb | undefined {
	const [red, green, blue] = (/^rgba?\(([^)]*)\)$/.exec(colour)?.[1] ?? '')
		.split(/[\s,/]+/)
		.map(Number);
	const found = [red, green, blue].every((one) => one !== undefined && Number.isFinite(one));
	return found ? ([red, green, blue] as Rgb) : undefined;
}

/** `share` of `over` laid on `under`, 0 to 1. Where a colour cannot be read, `over` from one half on and `under` below it. */
export function mix(under: string, over: string, share: number): string {
	const [low, high] = [readRgb(under), readRgb(over)];
	if (low === undefined || high === undefined) return share < 0.5 ? under : over;
	const parts = low.map((value, index) =>
		Math.round(value + share * ((high[index] ?? value) - value))
	);
	return `rgb(${parts.join(', ')})`;
}

/** Relative luminance of WCAG 2, 0 to 1. */
export function luminance(of: Rgb): number {
	const [red, green, blue] = of.map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2, 1 to 21; 1 where a colour cannot be read. */
export function contrast(a: string, b: string): number {
	const [one, other] = [readRgb(a), readRgb(b)];
	if (one === undefined || other === undefined) return 1;
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

/** The one of two colours that can be read better on a ground. */
export function readable(ground: string, one: string, other: string): string {
	return contrast(ground, one) >= contrast(ground, other) ? one : other;
}
