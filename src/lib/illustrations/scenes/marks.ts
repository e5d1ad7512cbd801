// Where each entity usually stands, and how it is marked on a map. The sites follow the differential ("distribution").
import {
	closedComedoneAt,
	openComedoneAt,
	pearlAt,
	pustuleAt,
	papuleAt,
	vesicleAt,
	yellowDotAt,
	flatToppedAt,
	dimpledAt
} from '../lesions.js';
import { blob, flareFill } from '../relief.js';
import type { Sketch } from '../sketch.js';
import { el, round, type SvgNode } from '../tree.js';

/** Left, top, width and height of the places of a site. */
export type Box = readonly [number, number, number, number];
export type Sites = Readonly<Record<string, readonly Box[]>>;
export type Body = 'newborn' | 'adult' | 'infant-body' | 'adult-body';

type Kind =
	| 'white'
	| 'plaque'
	| 'inflamed'
	| 'skin-bump'
	| 'plug'
	| 'clear'
	| 'yellow'
	| 'flat-topped'
	| 'dimpled'
	| 'blotch';

interface Spread {
	readonly kind: Kind;
	/** What is seen, for the alternative text. */
	readonly seen: string;
	/** Sites by map, the foremost first. */
	readonly sites: Partial<Readonly<Record<Body, readonly string[]>>>;
}

const SPREADS: Readonly<Record<string, Spread>> = {
	'neonatal-milia': {
		kind: 'white',
		seen: 'Small white dots',
		sites: {
			newborn: ['nose', 'cheek', 'chin', 'forehead'],
			'infant-body': ['face', 'upper-trunk']
		}
	},
	'primary-milia': {
		kind: 'white',
		seen: 'Small white dots',
		sites: { adult: ['lid', 'cheek', 'forehead'], 'adult-body': ['face'] }
	},
	'milia-en-plaque': {
		kind: 'plaque',
		seen: 'A raised patch with white dots on it',
		sites: { adult: ['ear'] }
	},
	'multiple-eruptive-milia': {
		kind: 'white',
		seen: 'Very many small white dots',
		sites: {
			adult: ['cheek', 'forehead', 'jaw', 'nose', 'lid'],
			'adult-body': ['face', 'upper-trunk', 'upper-arm']
		}
	},
	'secondary-milia': {
		kind: 'white',
		seen: 'White dots within one patch',
		sites: { 'adult-body': ['forearm'] }
	},
	'neonatal-acne': {
		kind: 'inflamed',
		seen: 'Inflamed bumps, many with a small cap,',
		sites: { newborn: ['cheek', 'forehead', 'chin'], 'infant-body': ['face'] }
	},
	'infantile-acne': {
		kind: 'inflamed',
		seen: 'Inflamed bumps',
		sites: { newborn: ['cheek'], 'infant-body': ['face'] }
	},
	'closed-comedone': {
		kind: 'skin-bump',
		seen: 'Small bumps of skin color',
		sites: { adult: ['forehead', 'chin', 'cheek'], 'adult-body': ['face', 'back'] }
	},
	'open-comedone': {
		kind: 'plug',
		seen: 'Dark plugs',
		sites: { adult: ['nose', 'chin', 'forehead'], 'adult-body': ['face', 'upper-trunk', 'back'] }
	},
	'acne-papule-pustule': {
		kind: 'inflamed',
		seen: 'Inflamed bumps',
		sites: { adult: ['cheek', 'forehead', 'chin'], 'adult-body': ['face', 'upper-trunk', 'back'] }
	},
	'miliaria-crystallina': {
		kind: 'clear',
		seen: 'Tiny clear drops',
		sites: { newborn: ['forehead', 'neck'], 'infant-body': ['face', 'neck', 'upper-trunk'] }
	},
	'miliaria-rubra': {
		kind: 'inflamed',
		seen: 'Small inflamed bumps',
		sites: { newborn: ['neck'], 'infant-body': ['neck', 'fold', 'back'] }
	},
	'sebaceous-hyperplasia': {
		kind: 'yellow',
		seen: 'Tiny yellow dots',
		sites: { newborn: ['nose'], adult: ['forehead', 'cheek'] }
	},
	'erythema-toxicum': {
		kind: 'blotch',
		seen: 'Uneven blotches, each with a bump in its middle,',
		sites: { newborn: ['cheek', 'forehead'], 'infant-body': ['face', 'trunk', 'limb'] }
	},
	syringoma: {
		kind: 'flat-topped',
		seen: 'Small flat-topped bumps',
		sites: { adult: ['lid', 'cheek'] }
	},
	molluscum: {
		kind: 'dimpled',
		seen: 'Small dimpled domes',
		sites: { 'infant-body': ['trunk', 'limb'], 'adult-body': ['trunk', 'upper-arm'] }
	}
};

/** What the sites are called in a text. */
const PLACES: Readonly<Record<string, string>> = {
	nose: 'the nose',
	cheek: 'the cheeks',
	chin: 'the chin',
	forehead: 'the forehead',
	neck: 'the neck',
	lid: 'and around the eyelids',
	ear: 'the skin behind the ear',
	jaw: 'the jaw',
	face: 'the face',
	'upper-trunk': 'the upper trunk',
	'upper-arm': 'the upper arms',
	forearm: 'one forearm',
	back: 'the back',
	fold: 'the folds of arms and groin',
	trunk: 'the trunk',
	limb: 'the limbs'
};

/** One lesion as a mark. */
export function mark(
	sketch: Sketch,
	kind: Kind,
	x: number,
	y: number,
	r: number,
	index = 0
): SvgNode {
	const spot = { x, y, r };
	const makers: Readonly<Record<Kind, () => SvgNode>> = {
		white: () => pearlAt(sketch, spot),
		plaque: () => pearlAt(sketch, spot),
		inflamed: () => (index % 2 === 0 ? pustuleAt(sketch, spot) : papuleAt(sketch, spot)),
		'skin-bump': () => closedComedoneAt(sketch, spot),
		plug: () => openComedoneAt(sketch, { ...spot, r: r * 0.8 }),
		clear: () => vesicleAt(sketch, spot),
		yellow: () => yellowDotAt(sketch, { ...spot, r: r * 0.7 }),
		'flat-topped': () => flatToppedAt(sketch, spot),
		dimpled: () => dimpledAt(sketch, spot),
		blotch: () => pustuleAt(sketch, { ...spot, r: r * 0.8 })
	};
	return makers[kind]();
}

function ground(sketch: Sketch, kind: Kind, x: number, y: number, size: number): SvgNode[] {
	if (kind !== 'plaque' && kind !== 'blotch') return [];
	const transform = `translate(${round(x)} ${round(y)})`;
	return [el('path', { d: blob(sketch, size, 0.16, 9), transform, fill: flareFill(sketch, 0.85) })];
}

/**
 * Marks the usual places of an entity and says in words where they are. Undefined where no entity is asked for or none of its
 * sites is on this map.
 */
export function marksOn(
	sketch: Sketch,
	entity: string | undefined,
	body: Body,
	sites: Sites,
	size = 3.5
): string | undefined {
	const spread = entity === undefined ? undefined : SPREADS[entity];
	const names = spread?.sites[body]?.filter((name) => sites[name] !== undefined) ?? [];
	if (spread === undefined || names.length === 0) return undefined;
	const { chance } = sketch;
	const { kind } = spread;
	for (const [place, name] of names.entries()) {
		for (const [x, y, width, height] of sites[name] ?? []) {
			if (kind === 'plaque')
				sketch.add(
					...ground(sketch, kind, x + width / 2, y + height / 2, Math.max(width, height) * 0.62)
				);
			const wanted =
				kind === 'plaque'
					? 16
					: kind === 'blotch'
						? 2
						: Math.max(3, Math.round((width * height) / (place === 0 ? 190 : 330)));
			for (let index = 0; index < Math.min(wanted, 16); index += 1) {
				const [cx, cy] = [chance.between(x, x + width), chance.between(y, y + height)];
				sketch.add(
					...(kind === 'blotch' ? ground(sketch, kind, cx, cy, size * 3.2) : []),
					mark(sketch, kind, cx, cy, chance.between(size * 0.75, size * 1.2), index)
				);
			}
		}
	}
	const where = names.map((name) => PLACES[name] ?? name);
	const last = where.at(-1) ?? '';
	return `${spread.seen} on ${where.length === 1 ? last : `${where.slice(0, -1).join(', ')} and ${last.replace(/^and /, '')}`}.`;
}
