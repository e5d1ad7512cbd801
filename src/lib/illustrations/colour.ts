// Colours as `#rrggbb`: mixing them, and how bright they are.

type Channels = readonly [number, number, number];

const channels = (hex: string): Channels => {
	const value = Number.parseInt(hex.slice(1), 16);
	return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** `amount` of the second colour (0 to 1) in the first, in sRGB. */
export function mix(first: string, second: string, amount: number): string {
	const [from, to] = [channels(first), channels(second)];
	const mixed = from.map((one, index) => Math.round(one + ((to[index] ?? one) - one) * amount));
	return `#${mixed.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance from 0 to 1 (WCAG 2.2, definition of relative luminance). */
export function luminance(hex: string): number {
	const [r, g, b] = channels(hex).map((one) => {
		const part = one / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	}) as unknown as Channels;
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio from 1 to 21 (WCAG 2.2). It knows brightness alone, so it holds for eyes that see no hue. */
export function contrast(first: string, second: string): number {
	const [a, b] = [luminance(first), luminance(second)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
