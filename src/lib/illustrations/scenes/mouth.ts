// The open mouth of a newborn: gums without teeth, palate, tongue.
import { mix } from '../colour.js';
import { pearlAt } from '../lesions.js';
import { paletteOf } from '../palette.js';
import type { Spot } from '../place.js';
import { shine } from '../relief.js';
import { scaleBar } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el } from '../tree.js';
import { count } from '../words.js';

const CAVITY = 'M44 150C52 60 132 34 200 34S348 60 356 150C352 236 286 290 200 290S48 236 44 150Z';
const GUM =
	'M64 178C60 86 136 56 200 56S340 86 336 176Q321 194 306 176C306 116 262 94 200 94S94 116 94 176Q79 194 64 176Z';

const REGIONS: readonly Region[] = [
	{ id: 'crest', label: 'Crest of the upper gum', shape: { kind: 'circle', x: 84, y: 132, r: 21 } },
	{
		id: 'midline',
		label: 'Midline of the palate',
		shape: {
			kind: 'polygon',
			points: [
				[180, 106],
				[220, 106],
				[220, 204],
				[180, 204]
			]
		}
	},
	{ id: 'side', label: 'Side of the palate', shape: { kind: 'circle', x: 258, y: 152, r: 22 } },
	{ id: 'tongue', label: 'Top of the tongue', shape: { kind: 'circle', x: 200, y: 250, r: 24 } },
	{ id: 'lip', label: 'Lower lip', shape: { kind: 'circle', x: 200, y: 300, r: 18 } }
];

/** The mouth itself. The lining is pink on every skin; gums are browner on dark skin. */
function mouth(sketch: Sketch): void {
	const { palette } = sketch;
	const rugae = [110, 124, 138]
		.map(
			(y, index) =>
				`M188 ${y}q-22 ${-4 + index} -40 ${8 + index * 2}M212 ${y}q22 ${-4 + index} 40 ${8 + index * 2}`
		)
		.join('');
	const palate = sketch.radial(
		'palate',
		[
			[0, mix(palette.mucosa, '#ffffff', 0.35)],
			[0.6, palette.mucosa],
			[1, palette.mucosaDeep]
		],
		true
	);
	const gum = sketch.linear(
		'gum',
		[
			[0, mix(palette.gum, '#ffffff', 0.35)],
			[0.5, palette.gum],
			[1, mix(palette.gum, palette.mucosaDeep, 0.5)]
		],
		[0, 0, 0.4, 1]
	);
	const tongue = sketch.radial(
		'tongue',
		[
			[0, mix(palette.mucosa, '#ffffff', 0.22)],
			[0.7, mix(palette.mucosa, palette.mucosaDeep, 0.3)],
			[1, palette.mucosaDeep]
		],
		true
	);
	sketch.add(
		el('rect', {
			width: 400,
			height: 320,
			fill: sketch.linear('face', [
				[0, palette.lit],
				[0.5, palette.skin],
				[1, palette.shade]
			])
		}),
		el('path', {
			d: 'M22 150C30 44 120 10 174 18Q200 26 226 18C280 10 370 44 378 150C374 250 298 316 200 316S26 250 22 150Z',
			fill: sketch.linear(
				'lips',
				[
					[0, mix(palette.lip, '#ffffff', 0.25)],
					[1, mix(palette.lip, '#000000', 0.12)]
				],
				[0, 0, 0, 1]
			)
		}),
		el('path', { d: CAVITY, fill: mix(palette.mucosaDeep, '#2a0a0c', 0.45) }),
		el('path', {
			d: 'M92 180C92 112 140 92 200 92S308 112 308 180C308 226 262 236 200 236S92 226 92 180Z',
			fill: palate
		}),
		el('path', {
			d: rugae,
			fill: 'none',
			stroke: palette.mucosaDeep,
			'stroke-width': 3,
			'stroke-linecap': 'round',
			opacity: 0.4
		}),
		el('path', {
			d: 'M200 100V226',
			fill: 'none',
			stroke: mix(palette.mucosa, '#ffffff', 0.55),
			'stroke-width': 3.5,
			opacity: 0.7
		}),
		el('path', {
			d: 'M96 186Q200 160 304 186Q300 234 200 236T96 186Z',
			fill: palette.mucosaDeep,
			opacity: 0.28
		}),
		el('path', { d: GUM, fill: gum }),
		el('path', {
			d: 'M80 160C82 98 142 74 200 74S318 98 320 160',
			fill: 'none',
			stroke: mix(palette.gum, '#ffffff', 0.5),
			'stroke-width': 6,
			'stroke-linecap': 'round',
			opacity: 0.45
		}),
		el('path', {
			d: 'M92 262C92 226 140 212 200 212S308 226 308 262C300 284 250 290 200 290S100 284 92 262Z',
			fill: tongue
		}),
		el('path', {
			d: 'M200 224V276',
			fill: 'none',
			stroke: palette.mucosaDeep,
			'stroke-width': 3,
			'stroke-linecap': 'round',
			opacity: 0.45
		}),
		el('ellipse', { cx: 150, cy: 234, rx: 22, ry: 7, fill: shine(sketch), opacity: 0.5 })
	);
}

/** Pearls of the mouth lie under its lining, not under skin: they look alike on every tone. */
function beads(sketch: Sketch, spots: readonly Spot[]): void {
	const skin = sketch.palette;
	const { mucosa, mucosaDeep } = skin;
	sketch.palette = {
		...paletteOf(3),
		skin: mucosa,
		lit: mix(mucosa, '#ffffff', 0.4),
		shade: mucosaDeep,
		shadow: mucosaDeep
	};
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	sketch.palette = skin;
}

export const epstein: Scene = (sketch) => {
	mouth(sketch);
	const { chance } = sketch;
	const many = chance.whole(3, 5);
	const spots: Spot[] = [];
	let y = 146;
	for (let index = 0; index < many; index += 1) {
		const r = chance.between(5, 8);
		y += r + chance.between(0, 3);
		spots.push({ x: 200 + chance.between(-7, 7), y, r });
		y += r;
	}
	beads(sketch, spots);
	scaleBar(sketch, 5, 8);
	return {
		alt: `The wide open mouth of a newborn with ${sketch.palette.words} skin: toothless gums as an arch, the pink roof of the mouth within it, the tongue below. ${capital(count(many, 'firm pearly white bead'))} 1 to 3 mm wide in a row along the midline of the palate, where its front and back parts meet.`,
		regions: REGIONS
	};
};

export const ridgeCysts: Scene = (sketch) => {
	mouth(sketch);
	const { chance, palette } = sketch;
	const places = [
		[88, 118],
		[104, 96],
		[132, 78],
		[290, 92],
		[314, 124]
	].slice(0, chance.whole(3, 5));
	const spots = places.map(([x = 0, y = 0]): Spot => ({
		x: x + chance.between(-4, 4),
		y: y + chance.between(-4, 4),
		r: chance.between(6, 9)
	}));
	beads(sketch, spots);
	// The tooth stands in the lower gum in front of the tongue: larger than any bead, flat-sided, with a cutting edge.
	sketch.add(
		el('path', {
			d: 'M110 276C130 262 270 262 290 276C276 292 240 296 200 296S124 292 110 276Z',
			fill: palette.gum
		}),
		el('path', {
			d: 'M205 282C203 262 205 246 208 242Q222 236 236 242C239 248 240 264 238 282Q222 290 205 282Z',
			fill: sketch.linear('enamel', [
				[0, '#fffef8'],
				[0.6, '#f3e6bf'],
				[1, '#cdb27a']
			]),
			stroke: '#8d744a',
			'stroke-width': 1.2
		}),
		el('path', {
			d: 'M208 243Q222 248 236 243',
			fill: 'none',
			stroke: '#a98f5f',
			'stroke-width': 1.5
		}),
		el('path', {
			d: 'M212 250Q211 262 212 272',
			fill: 'none',
			stroke: '#ffffff',
			'stroke-width': 3,
			'stroke-linecap': 'round',
			opacity: 0.9
		}),
		el('path', {
			d: 'M202 280Q222 292 242 280',
			fill: 'none',
			stroke: palette.mucosaDeep,
			'stroke-width': 3,
			opacity: 0.7
		})
	);
	scaleBar(sketch, 5, 8);
	return {
		alt: `The wide open mouth of a newborn with ${sketch.palette.words} skin. On the crest of the upper gum ${count(spots.length, 'round pearly white bead')} 1 to 3 mm wide. In the lower gum one larger hard body, white-yellow, flat-sided and with a straight upper edge. The palate is plain.`,
		regions: [
			...REGIONS.filter(({ id }) => id !== 'tongue' && id !== 'lip'),
			{ id: 'lower-gum', label: 'Lower gum', shape: { kind: 'circle', x: 222, y: 264, r: 24 } }
		]
	};
};

/** The mouth with nothing in it, to point at. */
export const mouthMap: Scene = (sketch) => {
	mouth(sketch);
	return {
		alt: "Schematic drawing of a newborn's wide open mouth, seen from the front: the upper gum as an arch without teeth, the roof of the mouth within it, the tongue below, the lips around.",
		regions: REGIONS
	};
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
