// Contrast by WCAG 2.2 (1.4.3: text 4.5 : 1; 1.4.11: parts 3 : 1) of every pair of colours that meet on a page or in a chart,
// computed from the tokens of the style sheet.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../../src/', import.meta.url));
const read = (path: string) => readFileSync(SRC + path, 'utf8');
const sheet = read('app.css');
/** Everything that holds styles. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
	.filter((path) => /\.(?:svelte|css)$/.test(path))
	.map((path) => [path, read(path)] as const);

type Rgb = readonly [number, number, number];
const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const rgb = (hex: string): Rgb => {
	const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
	return [channel(1), channel(3), channel(5)];
};
const TOKENS: ReadonlyMap<string, Record<Theme, Rgb>> = new Map(
	[...sheet.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
		([, name = '', light = '', dark = '']) => [name, { light: rgb(light), dark: rgb(dark) }]
	)
);

/** The accent at 22 % over the surface, as the bands of charts are. */
function band(theme: Theme): Rgb {
	const [over, under] = [colour('accent', theme), colour('surface', theme)];
	const mix = (at: 0 | 1 | 2) => 0.22 * over[at] + 0.78 * under[at];
	return [mix(0), mix(1), mix(2)];
}

function colour(name: string, theme: Theme): Rgb {
	if (name === 'band') return band(theme);
	const found = TOKENS.get(name)?.[theme];
	if (found === undefined) throw new Error(`src/app.css has no colour pair --${name}`);
	return found;
}

function luminance(of: Rgb): number {
	const [red, green, blue] = of.map((value) => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string, theme: Theme): number {
	const [dark = 0, light = 0] = [luminance(colour(a, theme)), luminance(colour(b, theme))].sort(
		(one, other) => one - other
	);
	return (light + 0.05) / (dark + 0.05);
}

/** Each of these on each of those. */
const pairs = (fore: string, back: string) =>
	fore.split(' ').flatMap((one) => back.split(' ').map((other) => [one, other] as const));

const TEXT = [
	...pairs('ink', 'paper surface accent-soft right-soft wrong-soft partly-soft band'),
	...pairs('ink-soft', 'paper surface accent-soft right-soft wrong-soft partly-soft'),
	...pairs('accent right wrong partly', 'paper surface accent-soft'),
	...pairs('right', 'right-soft'),
	...pairs('wrong', 'wrong-soft'),
	...pairs('partly', 'partly-soft'),
	...pairs('accent', 'partly-soft wrong-soft right-soft'),
	// The primary button, and between its colours while the pointer is on it.
	...pairs('accent-ink', 'accent ink')
];
const PARTS = [
	...pairs('line-strong focus', 'paper surface accent-soft'),
	...pairs('accent right wrong partly', 'paper surface'),
	// The flag on a cell of the navigator; the filled part of the progress bar; the line of a chart on its band.
	...pairs('wrong', 'right-soft partly-soft wrong-soft accent-soft'),
	...pairs('accent', 'line band')
];

describe('the measure', () => {
	it('is that of WCAG', () => {
		expect(luminance([255, 255, 255])).toBeCloseTo(1, 10);
		expect(luminance([0, 0, 0])).toBe(0);
		// #767676 on white is the well-known grey that just passes.
		expect(1.05 / (luminance(rgb('#767676')) + 0.05)).toBeCloseTo(4.54, 2);
	});

	it('knows every colour token', () => {
		const declared = [...sheet.matchAll(/--([\w-]+): light-dark\(#/g)].map(([, name]) => name);
		expect(declared.length).toBeGreaterThan(10);
		expect([...TOKENS.keys()]).toEqual(declared);
	});
});

describe.each(THEMES)('in the %s theme', (theme) => {
	it.each(TEXT)('text in %s can be read on %s', (fore, back) => {
		expect(contrast(fore, back, theme)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(PARTS)('a part in %s can be seen on %s', (fore, back) => {
		expect(contrast(fore, back, theme)).toBeGreaterThanOrEqual(3);
	});
});

describe('a rule of a style sheet', () => {
	const RULE = /\{([^{}]*)\}/g;
	const token = (rule: string, property: string) =>
		new RegExp(`(?:^|[\\s;])${property}: var\\(--([\\w-]+)\\)`).exec(rule)?.[1];
	const rules = files.flatMap(([path, text]) =>
		[...text.matchAll(RULE)].flatMap(([, rule = '']) => {
			const fore = token(rule, 'color');
			const back = token(rule, 'background(?:-color)?');
			return fore === undefined || back === undefined ? [] : [[path, fore, back] as const];
		})
	);

	it('that sets text and background makes a pair that can be read', () => {
		expect(rules.length).toBeGreaterThan(5);
		for (const [path, fore, back] of rules) {
			for (const theme of THEMES) {
				const found = contrast(fore, back, theme);
				expect(found, `${path}: --${fore} on --${back}, ${theme}`).toBeGreaterThanOrEqual(4.5);
			}
		}
	});

	it('takes its colours from the tokens, apart from pictures and shadows', () => {
		const own = files.flatMap(([path, text]) =>
			[
				...text.matchAll(
					/(?:^|[\s;{])(?:color|background(?:-color)?|border(?:-\w+)*): [^;]*#[\da-f]{3,8}/g
				)
			].map(([declaration]) => `${path}: ${declaration.trim()}`)
		);
		expect(own).toEqual([]);
	});

	it('prints dark on white, also for somebody who chose the dark theme', () => {
		const print = /@media print \{\s*([^{}]*)\{\s*color-scheme: light;/.exec(sheet)?.[1];
		expect(print).toContain(":root[data-theme='dark']");
	});
});
