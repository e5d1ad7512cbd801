// How long each form usually lasts: one bar a form, none for all.
import type { Scene } from '../spec.js';
import { el, type SvgNode } from '../tree.js';

/** Weeks along a scale that gives the first weeks as much room as the months after them. */
const TICKS: readonly (readonly [weeks: number, words: string])[] = [
	[0, '0'],
	[1, '1 wk'],
	[2, '2 wk'],
	[4, '4 wk'],
	[8, '2 mo'],
	[13, '3 mo'],
	[26, '6 mo'],
	[52, '1 yr']
];
const LEFT = 142;
const RIGHT = 412;
const STEP = (RIGHT - LEFT) / (TICKS.length - 1);

function placeOf(weeks: number): number {
	const after = TICKS.findIndex(([tick]) => tick >= weeks);
	const [to, from] = [TICKS[after], TICKS[after - 1]];
	if (to === undefined || from === undefined) return weeks <= 0 ? LEFT : RIGHT;
	return LEFT + (after - 1 + (weeks - from[0]) / (to[0] - from[0])) * STEP;
}

interface Row {
	readonly name: string;
	readonly weeks: readonly [shorter: number, longer: number];
	readonly says: string;
	readonly open?: true;
}
// Spans as the differential gives them ("course").
const ROWS: readonly Row[] = [
	{ name: 'Erythema toxicum', weeks: [1, 2], says: 'days, all gone in 1 to 2 weeks' },
	{ name: 'Acne spot, each', weeks: [0.7, 2], says: 'days to about 2 weeks' },
	{ name: 'Newborn milia', weeks: [4, 13], says: 'weeks to a few months' },
	{ name: 'Oral cysts', weeks: [4, 13], says: 'weeks to a few months' },
	{ name: 'Newborn acne', weeks: [6, 13], says: 'weeks to about 3 months' },
	{ name: 'Primary milia', weeks: [26, 52], says: 'months to persistent', open: true },
	{ name: 'Secondary milia', weeks: [52, 52], says: 'tends to persist', open: true }
];

const text = (x: number, y: number, words: string, anchor: string, size = 12.5): SvgNode =>
	el(
		'text',
		{
			x,
			y,
			fill: '#1c2a2a',
			'font-size': size,
			'font-family': 'system-ui, sans-serif',
			'text-anchor': anchor
		},
		words
	);

export const courseTimeline: Scene = (sketch) => {
	const top = 40;
	const step = 36;
	sketch.add(el('rect', { width: 440, height: 320, fill: '#fbf8f3' }));
	for (const [index, [, words]] of TICKS.entries()) {
		const x = LEFT + index * STEP;
		sketch.add(
			el('path', {
				d: `M${x} ${top - 8}V${top + ROWS.length * step}`,
				stroke: '#d5cdbd',
				'stroke-width': 1
			}),
			text(x, 22, words, 'middle', 11.5)
		);
	}
	for (const [index, { name, weeks, open }] of ROWS.entries()) {
		const y = top + index * step + 4;
		const [usual, most] = [placeOf(weeks[0]), placeOf(weeks[1])];
		const tip = open === true ? `L${RIGHT + 14} ${y + 9}L${most} ${y + 18}` : `V${y + 18}`;
		sketch.add(
			text(LEFT - 10, y + 14, name, 'end'),
			el('path', {
				d: `M${LEFT} ${y}H${most}${tip}H${LEFT}Z`,
				fill: '#8fc3bd',
				stroke: '#0f5c5c',
				'stroke-width': 1
			}),
			el('rect', { x: LEFT, y, width: usual - LEFT, height: 18, fill: '#0f5c5c' })
		);
	}
	sketch.add(
		el('rect', { x: 16, y: 300, width: 14, height: 10, fill: '#0f5c5c' }),
		text(36, 309, 'shorter course', 'start', 11.5),
		el('rect', {
			x: LEFT,
			y: 300,
			width: 14,
			height: 10,
			fill: '#8fc3bd',
			stroke: '#0f5c5c'
		}),
		text(LEFT + 20, 309, 'longer course; an arrow may go on', 'start', 11.5)
	);
	const spans = ROWS.map(({ name, says }) => `${name}: ${says}.`).join(' ');
	return {
		alt: `Chart of how long each form lasts, one bar a form, on a scale from its beginning to one year. ${spans}`
	};
};
