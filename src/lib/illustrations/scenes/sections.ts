// Sections through skin.
import { mix } from '../colour.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el, type Point, type SvgNode } from '../tree.js';
import {
	cyst,
	DEPTH,
	follicle,
	INK,
	layers,
	oilGland,
	panelName,
	pointer,
	sweatGland,
	vessel
} from './layers.js';

const circle = (id: string, label: string, x: number, y: number, r: number): Region => ({
	id,
	label,
	shape: { kind: 'circle', x, y, r }
});
const box = (id: string, label: string, [left, top]: Point, [right, bottom]: Point): Region => ({
	id,
	label,
	shape: {
		kind: 'polygon',
		points: [
			[left, top],
			[right, top],
			[right, bottom],
			[left, bottom]
		]
	}
});

/** A pore widened by a plug; open at the top, or closed but for a pin-point. */
function plugged(x: number, open: boolean): SvgNode[] {
	const neck = open ? 17 : 3;
	const sac = `M${x - neck} ${DEPTH.surface}C${x - neck} ${DEPTH.base - 20} ${x - 30} ${DEPTH.base} ${x - 28} ${DEPTH.base + 32}C${x - 27} ${DEPTH.base + 62} ${x - 10} ${DEPTH.base + 70} ${x - 6} ${DEPTH.base + 84}L${x + 6} ${DEPTH.base + 84}C${x + 10} ${DEPTH.base + 70} ${x + 27} ${DEPTH.base + 62} ${x + 28} ${DEPTH.base + 32}C${x + 30} ${DEPTH.base} ${x + neck} ${DEPTH.base - 20} ${x + neck} ${DEPTH.surface}Z`;
	const flakes = Array.from(
		{ length: 6 },
		(_, index) => `M${x - 17} ${DEPTH.base - 4 + index * 11}q17 ${index % 2 === 0 ? 8 : -6} 34 0`
	).join('');
	const top = open
		? [
				el('path', {
					d: `M${x - 17} ${DEPTH.surface}Q${x} ${DEPTH.surface - 7} ${x + 17} ${DEPTH.surface}L${x + 15} ${DEPTH.surface + 14}Q${x} ${DEPTH.surface + 22} ${x - 15} ${DEPTH.surface + 14}Z`,
					fill: '#1d120c'
				})
			]
		: [];
	return [
		el('path', {
			d: sac,
			fill: '#f6ead2',
			stroke: '#b687ae',
			'stroke-width': 6,
			'stroke-linejoin': 'round'
		}),
		el('path', { d: flakes, fill: 'none', stroke: '#d3a97a', 'stroke-width': 1.6 }),
		...top,
		...oilGland(x + 34, DEPTH.base + 84, 0.85),
		el('path', {
			d: `M${x + 4} ${DEPTH.base + 80}L${x + 26} ${DEPTH.base + 84}`,
			fill: 'none',
			stroke: '#c9a25f',
			'stroke-width': 5
		}),
		el('path', {
			d: `M${x} ${DEPTH.base + 84}L${x - 4} ${DEPTH.base + 130}`,
			fill: 'none',
			stroke: '#b687ae',
			'stroke-width': 8,
			'stroke-linecap': 'round'
		}),
		el('path', {
			d: `M${x} ${DEPTH.base + 50}L${x - 4} ${DEPTH.base + 128}`,
			fill: 'none',
			stroke: '#3a2618',
			'stroke-width': 2
		})
	];
}

export const histologyPair: Scene = (sketch) => {
	layers(sketch);
	const { height } = sketch;
	sketch.add(
		...follicle(52, 196, 2, 10),
		...cyst(118, 134, 30),
		...plugged(242, false),
		...plugged(354, true),
		el('rect', { x: 182, width: 6, height, fill: '#ffffff' }),
		panelName('A', 94, 22),
		panelName('B', 310, 22),
		...pointer(sketch, 'epidermis', [128, 40], [160, 76], 'middle'),
		...pointer(sketch, 'dermis', [120, 236], [160, 196], 'middle'),
		...pointer(sketch, 'fine hair', [18, 228], [46, 186]),
		...pointer(sketch, 'oil gland', [296, 236], [280, 186], 'middle'),
		...pointer(sketch, 'pore', [206, 36], [241, 48], 'middle')
	);
	return {
		alt: 'Section through skin in two panels. A: a round closed body with a thin wall, filled with rings of pale layers, lies in the uppermost dermis beside a fine hair; the epidermis runs unbroken above it. B: two hair follicles, each widened to a sac by a plug and with an oil gland; the left one opens by a pin-point, the right one is wide open with a dark top.',
		regions: [
			circle('cyst', 'Round closed body in panel A', 118, 134, 34),
			box('closed', 'Sac with a pin-point opening in panel B', [204, 44], [282, 190]),
			box('open', 'Sac with a wide dark opening in panel B', [316, 34], [394, 190])
		]
	};
};

export const histologySweat: Scene = (sketch) => {
	layers(sketch);
	const { height } = sketch;
	const drop = el('path', {
		d: 'M62 50Q64 32 88 31T118 50Q90 58 62 50Z',
		fill: '#e7f3fb',
		stroke: '#7fa8cc',
		'stroke-width': 2
	});
	const gleam = el('path', {
		d: 'M74 42Q80 36 92 36',
		fill: 'none',
		stroke: '#ffffff',
		'stroke-width': 2.5,
		'stroke-linecap': 'round'
	});
	const cells = [
		[268, 70],
		[284, 62],
		[322, 66],
		[330, 82],
		[262, 88],
		[276, 104],
		[316, 104],
		[334, 100],
		[296, 112],
		[306, 60]
	];
	sketch.add(
		...sweatGland(92, 214, DEPTH.horn + 2),
		drop,
		gleam,
		...sweatGland(298, 214, DEPTH.base),
		el('path', {
			d: 'M276 84Q280 66 298 66T320 84Q318 104 298 104T276 84Z',
			fill: '#d8eaf7',
			stroke: '#7fa8cc',
			'stroke-width': 2
		}),
		...cells.map(([x = 0, y = 0]) =>
			el('circle', { cx: x, cy: y, r: 4, fill: '#7d3f8c', stroke: '#ffffff', 'stroke-width': 0.8 })
		),
		...follicle(182, 190, 3, -8),
		el('rect', { x: 213, width: 5, height, fill: '#ffffff' }),
		panelName('A', 24, 22),
		panelName('B', 236, 22),
		...pointer(sketch, 'high block', [112, 24], [92, 38]),
		...pointer(sketch, 'deeper block', [348, 30], [304, 78], 'middle'),
		...pointer(sketch, 'duct', [124, 168], [96, 150]),
		...pointer(sketch, 'coil', [124, 244], [104, 218]),
		...pointer(sketch, 'hair', [190, 160], [184, 120])
	);
	return {
		alt: 'Section through skin in two panels, each with a coiled sweat gland and its duct; a hair stands apart. A: the duct is blocked within the outermost layer and a flat clear drop has formed there. B: the duct is blocked within the living epidermis, with fluid around it and many round inflammatory cells.',
		regions: [
			circle('top', 'Drop in the outermost layer, panel A', 90, 44, 24),
			circle('deep', 'Fluid in the epidermis, panel B', 298, 86, 30),
			circle('coil', 'Coil, panel A', 92, 218, 30)
		]
	};
};

export const secondaryLayer: Scene = (sketch) => {
	layers(sketch);
	const { palette } = sketch;
	const floor =
		'M20 92Q40 110 60 98T100 100T140 98T180 100T220 98T260 100T300 98T340 100T380 98T408 92';
	sketch.add(
		...sweatGland(96, 216, DEPTH.base),
		...sweatGland(324, 216, DEPTH.base),
		// The split lies under the whole epidermis, which is lifted as a roof.
		el('path', {
			d: `${floor}L408 54C318-4 110-4 20 54Z`,
			fill: mix('#c3a0cf', palette.skin, 0.35)
		}),
		el('path', { d: `${floor}C318 44 110 44 20 92Z`, fill: '#e4f0f9' }),
		el('path', {
			d: 'M20 92C110 44 318 44 408 92',
			fill: 'none',
			stroke: mix('#9a7a86', '#2f1a12', palette.tone / 10),
			'stroke-width': 1.2 + palette.tone * 0.55
		}),
		el('path', { d: floor, fill: 'none', stroke: '#8fb2cf', 'stroke-width': 2 }),
		el('path', {
			d: 'M12 50C110-8 318-8 416 50',
			fill: 'none',
			stroke: mix(palette.skin, '#f3e2cf', 0.3),
			'stroke-width': 9
		}),
		el('path', {
			d: 'M12 47C110-11 318-11 416 47',
			fill: 'none',
			stroke: mix(palette.skin, '#7a5240', 0.4),
			'stroke-width': 1
		}),
		el('path', {
			d: 'M96 108q-10 10-2 24',
			fill: 'none',
			stroke: '#5f7fa8',
			'stroke-width': 9,
			'stroke-linecap': 'round'
		}),
		...cyst(214, 150, 25),
		el('path', {
			d: 'M214 176C220 196 208 214 214 232',
			fill: 'none',
			stroke: '#5f7fa8',
			'stroke-width': 9,
			'stroke-linecap': 'round'
		}),
		el('path', {
			d: 'M214 176C220 196 208 214 214 232',
			fill: 'none',
			stroke: '#cfe0f2',
			'stroke-width': 5,
			'stroke-linecap': 'round'
		}),
		el('path', { d: 'M206 128q8-8 16 0', fill: 'none', stroke: INK, 'stroke-width': 2 }),
		...pointer(sketch, 'epidermis', [30, 22], [74, 50]),
		...pointer(sketch, 'split', [330, 84], [280, 80]),
		...pointer(sketch, 'duct remnant', [256, 206], [219, 200]),
		...pointer(sketch, 'cyst', [262, 160], [234, 152]),
		...pointer(sketch, 'sweat gland', [20, 172], [80, 204])
	);
	return {
		alt: 'Section through skin that heals: the whole epidermis is lifted off the dermis by a fluid-filled split. In the dermis below are sweat glands; from the torn upper end of one duct a round closed body filled with pale rings has formed just under the split.',
		regions: [
			circle('cyst', 'Round body under the split', 214, 150, 28),
			box('split', 'Split', [140, 58], [300, 104]),
			circle('duct', 'Duct below the round body', 214, 212, 20)
		]
	};
};

/** Skin with everything in it and no lesion, to point at. */
export const sectionAnatomy: Scene = (sketch: Sketch) => {
	layers(sketch);
	sketch.add(
		...follicle(84, 222, 6, 16),
		...follicle(182, 160, 2, 8),
		...oilGland(214, 132),
		el('path', { d: 'M184 116L204 128', fill: 'none', stroke: '#c9a25f', 'stroke-width': 6 }),
		...sweatGland(318, 218),
		...vessel(246, 226, 12),
		...vessel(276, 236, 8),
		...vessel(220, 238, 7),
		...pointer(sketch, 'epidermis', [352, 36], [370, 76], 'middle'),
		...pointer(sketch, 'dermis', [366, 150], [350, 176], 'middle'),
		...pointer(sketch, 'fat', [366, 246], [350, 270], 'middle')
	);
	return {
		alt: 'Schematic section through skin: a thin horny layer and the rest of the epidermis above, the dermis with a thick hair on the left, a fine hair with an oil gland in the middle, a sweat gland with its duct on the right and small vessels, and fat lobules at the bottom.',
		regions: [
			circle('top', 'On the surface of the horny layer', 250, 40, 19),
			circle('epidermis', 'Surface epidermis', 36, 74, 19),
			circle('under', 'Uppermost dermis, just under the epidermis', 250, 112, 19),
			circle('follicle', 'Upper part of the fine hair follicle', 181, 84, 18.5),
			circle('oil', 'Oil gland', 220, 140, 24),
			circle('bulb', 'Bulb of the thick hair, deep in the dermis', 68, 226, 20),
			circle('duct', 'Duct of the sweat gland', 318, 140, 22),
			circle('coil', 'Coil of the sweat gland, deep in the dermis', 318, 220, 26),
			circle('vessel', 'Small blood vessel', 246, 228, 19),
			circle('fat', 'Fat below the dermis', 160, 276, 22)
		]
	};
};

/** Four lesions side by side, to be told apart by what they are made of. */
export const sectionFour: Scene = (sketch) => {
	layers(sketch, false);
	sketch.add(
		...plugged(54, true),
		...sweatGland(150, 236, DEPTH.horn + 2),
		el('path', {
			d: 'M120 50Q122 32 148 31T178 50Q150 58 120 50Z',
			fill: '#e7f3fb',
			stroke: '#7fa8cc',
			'stroke-width': 2
		}),
		el('path', {
			d: 'M132 42Q138 36 150 36',
			fill: 'none',
			stroke: '#ffffff',
			'stroke-width': 2.5,
			'stroke-linecap': 'round'
		}),
		...cyst(246, 132, 29),
		...[
			[330, 150, 10],
			[354, 142, 8],
			[346, 172, 11],
			[374, 166, 9],
			[326, 184, 8],
			[364, 196, 10],
			[342, 206, 7]
		].flatMap(([x = 0, y = 0, r = 0]) => [
			el('circle', { cx: x, cy: y, r, fill: '#fbe7ef', stroke: '#8f5f9c', 'stroke-width': 3 }),
			el('path', {
				d: `M${x + r} ${y}q${r * 0.8} ${r * 0.2} ${r * 1.1} ${r}`,
				fill: 'none',
				stroke: '#8f5f9c',
				'stroke-width': 3,
				'stroke-linecap': 'round'
			})
		])
	);
	return {
		alt: 'Schematic section through skin: the outer layer above, the deeper layer below. From left to right: a funnel with a pale plug that reaches the surface and is dark on top, a flat clear drop in the top of the outer layer, a round pale body of rings with a wall beneath the outer layer, and a group of small rings, some with tails, deep in the lower layer.',
		regions: [
			box('funnel', 'Funnel with a plug, open at the surface', [14, 34], [100, 236]),
			box('drop', 'Flat clear drop within the outermost layer', [110, 24], [188, 66]),
			box('cyst', 'Round pale body with a wall, under the outer layer', [208, 94], [284, 170]),
			box(
				'rings',
				'Group of small rings deep in the lower layer of the skin',
				[306, 126],
				[394, 222]
			)
		]
	};
};
