// Sections through skin to point at: where something lies, and which lesion is which.
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el } from '../tree.js';
import { cyst, DEPTH, follicle, layers, oilGland, pointer, sweatGland, vessel } from './layers.js';
import { box, circle, plugged } from './section-parts.js';

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
