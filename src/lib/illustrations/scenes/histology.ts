// Sections through skin with lesions, their parts named.
import { mix } from '../colour.js';
import type { Scene } from '../spec.js';
import { el } from '../tree.js';
import { cyst, DEPTH, follicle, INK, layers, panelName, pointer, sweatGland } from './layers.js';
import { box, circle, plugged } from './section-parts.js';

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
		...pointer(sketch, 'hair', [180, 218], [182, 180], 'middle')
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
