// Colours of charts that say something by colour, as people see them who lack a cone: G. M. Machado, M. M. Oliveira and L. A. F.
// Fernandes 2009, IEEE Trans Vis Comput Graph 15:1291–1298, severity 1.0; and as grey for people who see no colour.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRgb, type Rgb } from '$lib/charts/colour';
import { heatColour } from '$lib/charts/heat';
import type { Palette } from '$lib/charts/palette';

type Matrix = readonly [Rgb, Rgb, Rgb];
const GREY: Rgb = [0.2126, 0.7152, 0.0722];
const VISIONS: Readonly<Record<string, Matrix>> = {
	'usual vision': [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	],
	achromatopsia: [GREY, GREY, GREY]
};

const linear = (value: number) =>
	value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const times = (matrix: Matrix, [a, b, c]: Rgb): Rgb =>
	matrix.map((row) => row[0] * a + row[1] * b + row[2] * c) as unknown as Rgb;
const inGamut = (of: Rgb): Rgb => of.map((one) => Math.min(1, Math.max(0, one))) as unknown as Rgb;

/** CIE L*a*b* (D65) of linear sRGB. */
function lab(of: Rgb): Rgb {
	const xyz = times(
		[
			[0.4124564, 0.3575761, 0.1804375],
			[0.2126729, 0.7151522, 0.072175],
			[0.0193339, 0.119192, 0.9503041]
		],
		of
	);
	const white: Rgb = [0.95047, 1, 1.08883];
	const [x, y, z] = xyz.map((value, index) => {
		const t = value / (white[index] ?? 1);
		return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116;
	}) as unknown as Rgb;
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Colour difference ΔE*ab (CIE 1976); about 2.3 is just noticeable side by side. */
function difference(a: string, b: string, vision: Matrix): number {
	const [one, other] = [a, b].map((colour) => {
		const rgb = readRgb(colour);
		if (rgb === undefined) throw new Error(`No colour: ${colour}`);
		return lab(inGamut(times(vision, rgb.map(linear) as unknown as Rgb)));
	}) as [Rgb, Rgb];
	return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

const sheet = readFileSync(new URL('../../../src/app.css', import.meta.url), 'utf8');
function palette(theme: 'light' | 'dark'): Palette {
	const token = (name: string) => {
		const hex = new RegExp(`--${name}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`).exec(sheet);
		const value = hex?.[theme === 'light' ? 1 : 2] ?? '';
		const channel = (at: number) => Number.parseInt(value.slice(at, at + 2), 16);
		return `rgb(${channel(1)}, ${channel(3)}, ${channel(5)})`;
	};
	return {
		ink: token('ink'),
		soft: token('ink-soft'),
		line: token('line'),
		accent: token('accent'),
		wrong: token('wrong'),
		surface: token('surface'),
		band: token('accent-soft')
	};
}

/** Far more than just noticeable, because the cells of a map do not touch what they are compared with. */
const CLEAR = 10;
/** Shares of a row that a learner should tell from one another at a glance. */
const SHARES = [0, 0.02, 0.2, 0.35, 0.5];

describe('the simulation', () => {
	it('takes red and green near to one another for a deuteranope, and leaves white white', () => {
		const matrix = VISIONS['deuteranopia'];
		if (matrix === undefined) throw new Error('No such vision');
		const [red, green] = ['rgb(150, 90, 40)', 'rgb(105, 112, 40)'];
		const usual = VISIONS['usual vision'] ?? matrix;
		expect(difference(red, green, matrix)).toBeLessThan(difference(red, green, usual) / 2);
		expect(difference('rgb(255, 255, 255)', 'rgb(255, 255, 255)', matrix)).toBe(0);
	});
});

describe.each(Object.entries(VISIONS))('with %s', (_, matrix) => {
	it.each(['light', 'dark'] as const)(
		'the steps of the confusion map are distinct: %s',
		(theme) => {
			const colours = palette(theme);
			const steps = SHARES.map((share) => heatColour(colours, share));
			for (const [index, step] of steps.slice(1).entries()) {
				expect(difference(step, steps[index] ?? '', matrix)).toBeGreaterThan(CLEAR);
			}
		}
	);

	it.each(['light', 'dark'] as const)('bars, lines and whiskers stand out: %s', (theme) => {
		const { accent, ink, band, surface, line, wrong } = palette(theme);
		const meets = [
			[accent, surface],
			[accent, band],
			[accent, line],
			[ink, band],
			[ink, surface],
			[wrong, surface]
		] as const;
		for (const [one, other] of meets)
			expect(difference(one, other, matrix)).toBeGreaterThan(2 * CLEAR);
	});
});
