// A clinician removes a cyst from an adult's cheek, in four frames.
import { mix } from '../colour.js';
import { pearlAt } from '../lesions.js';
import { mound } from '../relief.js';
import { label } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el, type SvgNode } from '../tree.js';

const GLOVE = '#5f9fc4';
const STEEL: readonly (readonly [number, string])[] = [
	[0, '#f4f7f9'],
	[0.5, '#a9b4bb'],
	[1, '#6c777e']
];

/** A gloved hand that comes in from the lower right, its finger tips at the origin. */
function hand(sketch: Sketch): SvgNode[] {
	const glove = sketch.linear('glove', [
		[0, mix(GLOVE, '#ffffff', 0.4)],
		[1, mix(GLOVE, '#0a2a40', 0.35)]
	]);
	const edge = {
		stroke: mix(GLOVE, '#0a2a40', 0.55),
		'stroke-width': 1.6,
		'stroke-linejoin': 'round'
	};
	return [
		el('path', {
			d: 'M4 2C10-8 22-10 34-4L120 34V110H74C44 96 16 60 8 42C2 30 0 12 4 2Z',
			fill: glove,
			...edge
		}),
		el('path', { d: 'M2 8C-6 14-4 28 6 32C18 36 36 34 46 28', fill: glove, ...edge }),
		el('path', {
			d: 'M34 12Q60 20 78 36M30 30Q52 40 66 56M40 52Q54 64 64 80',
			fill: 'none',
			...edge,
			opacity: 0.6
		})
	];
}

const steel = (sketch: Sketch) => sketch.linear('steel', STEEL, [0, 0, 1, 0.4]);
const swab = (sketch: Sketch): SvgNode[] => [
	el('path', {
		d: 'M-34-22C-22-36 14-34 22-20C30-8 26 14 10 22C-8 30-34 26-40 8C-44-4-42-14-34-22Z',
		fill: '#fbfdfd',
		stroke: '#b9c4c8',
		'stroke-width': 1.6
	}),
	el('path', {
		d: 'M-34-4q14-8 26 2t30-4M-30 10q16-8 40 2M-22-16q16 6 34 0',
		fill: 'none',
		stroke: '#cfd8db',
		'stroke-width': 1.6
	}),
	...hand(sketch).map((node) => el('g', { transform: 'translate(10 2)' }, node))
];
const needle = (sketch: Sketch): SvgNode[] => [
	el('path', { d: 'M0 0L46-20L45-23Z', fill: '#dde3e6', stroke: '#59646a', 'stroke-width': 1 }),
	el('path', {
		d: 'M44-16L54-30L92-46L96-38L58-20Z',
		fill: '#e58a3c',
		stroke: '#8d4e17',
		'stroke-width': 1.4
	}),
	...hand(sketch).map((node) => el('g', { transform: 'translate(62 -32)' }, node))
];
const loop = (sketch: Sketch): SvgNode[] => [
	el('ellipse', {
		cx: 0,
		cy: 0,
		rx: 22,
		ry: 16,
		fill: 'none',
		stroke: '#59646a',
		'stroke-width': 6.5
	}),
	el('ellipse', {
		cx: 0,
		cy: 0,
		rx: 22,
		ry: 16,
		fill: 'none',
		stroke: '#dfe6ea',
		'stroke-width': 4
	}),
	el('path', {
		d: 'M20 8L84 38L88 30L24 0Z',
		fill: steel(sketch),
		stroke: '#59646a',
		'stroke-width': 1.2
	}),
	...hand(sketch).map((node) => el('g', { transform: 'translate(52 16)' }, node))
];

type Frame = readonly [
	words: string,
	lesion: (sketch: Sketch, x: number, y: number) => SvgNode[],
	tool: (sketch: Sketch) => SvgNode[]
];
const bump = (sketch: Sketch, x: number, y: number) => [pearlAt(sketch, { x, y, r: 11 })];
const FRAMES: readonly Frame[] = [
	['1 Clean', bump, swab],
	['2 Nick the roof', bump, needle],
	[
		'3 Press gently',
		(sketch, x, y) => [
			pearlAt(sketch, { x, y, r: 11 }),
			pearlAt(sketch, { x: x + 3, y: y - 9, r: 6 })
		],
		loop
	],
	[
		'4 Clean again',
		(sketch, x, y) => [
			el('g', { transform: `translate(${x} ${y}) scale(0.5)` }, ...mound(sketch, 10, 0.4)),
			el('ellipse', {
				cx: x,
				cy: y,
				rx: 3,
				ry: 1.4,
				fill: mix(sketch.palette.flare, '#7a0f0f', 0.3)
			})
		],
		swab
	]
];

/** The cheek of an adult below an eye that lies under a shield. */
function cheek(sketch: Sketch, clip: string): SvgNode[] {
	const { palette } = sketch;
	return [
		el('rect', {
			width: 210,
			height: 160,
			fill: sketch.linear('cheek', [
				[0, palette.lit],
				[0.5, palette.skin],
				[1, palette.shade]
			])
		}),
		el(
			'g',
			{ 'clip-path': clip },
			el('path', { d: 'M-10-10H150C150 24 112 44 70 44S-10 30-10 10Z', fill: '#4e5a61' }),
			el('path', { d: 'M-10-10H140C140 16 106 34 68 34S-10 20-10 4Z', fill: '#72818a' }),
			el('path', {
				d: 'M6 4Q40 22 84 18',
				fill: 'none',
				stroke: '#b9c6cd',
				'stroke-width': 4,
				'stroke-linecap': 'round'
			}),
			el('path', {
				d: 'M10 58Q66 78 132 58M14 150Q40 140 52 120',
				fill: 'none',
				stroke: palette.shadow,
				'stroke-width': 3,
				opacity: 0.22
			}),
			el('path', {
				d: 'M150 56Q168 62 184 58M158 66Q172 71 182 68',
				fill: 'none',
				stroke: palette.shadow,
				'stroke-width': 1.8,
				opacity: 0.45
			})
		)
	];
}

export const extraction: Scene = (sketch) => {
	sketch.add(el('rect', { width: 440, height: 340, fill: '#ffffff' }));
	const clip = sketch.clip('frame', el('rect', { width: 210, height: 160 }));
	const backId = sketch.keep('cheek0', (id) => el('g', { id }, ...cheek(sketch, clip)));
	FRAMES.forEach(([words, lesion, tool], index) => {
		const [x, y] = [6 + (index % 2) * 218, 6 + Math.floor(index / 2) * 168];
		sketch.add(
			el(
				'g',
				{ transform: `translate(${x} ${y})` },
				el(
					'g',
					{ 'clip-path': clip },
					el('use', { href: `#${backId}` }),
					...lesion(sketch, 92, 96),
					sketch.stamp(`tool${index % 3}`, () => tool(sketch), {
						x: index === 1 ? 94 : index === 2 ? 94 : 104,
						y: index === 1 ? 92 : 98
					})
				),
				label(sketch, 8, 150, words)
			)
		);
	});
	return {
		alt: `Four frames of a small procedure on the cheek of an adult with ${sketch.palette.words} skin, whose eye lies under a shield; a gloved hand works. 1: a swab cleans the skin round a small white dome. 2: the tip of a fine needle opens its roof. 3: a small metal loop presses gently round it and white content comes out. 4: a swab cleans the flat skin.`,
		regions: FRAMES.map(([words], index) => {
			const [left, top] = [6 + (index % 2) * 218, 6 + Math.floor(index / 2) * 168];
			return {
				id: `frame-${index + 1}`,
				label: words,
				shape: {
					kind: 'polygon',
					points: [
						[left, top],
						[left + 210, top],
						[left + 210, top + 160],
						[left, top + 160]
					]
				}
			};
		})
	};
};
