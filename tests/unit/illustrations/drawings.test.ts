import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ILLUSTRATIONS } from '$lib/illustrations/catalogue';
import { draw } from '$lib/illustrations/draw';
import { namesOf } from '$lib/illustrations/names';
import { TONES, type Tone } from '$lib/illustrations/palette';
import { SCENES } from '$lib/illustrations/scenes/index';
import type { RegionShape } from '$lib/illustrations/spec';
import { toSvgString, type SvgNode } from '$lib/illustrations/tree';
import { instanceOf, visualEntities } from '$lib/illustrations/visual';

interface Listed {
	readonly id: string;
}
const listed = (file: string, list: string): Listed[] => {
	const read = JSON.parse(readFileSync(`questions/evidence/${file}.json`, 'utf8')) as Record<
		string,
		Listed[]
	>;
	return read[list] ?? [];
};
const entities = listed('differential', 'entities').map(({ id }) => id);
const topics = listed('topics', 'topics').map(({ id }) => id);
const ids = ILLUSTRATIONS.map(({ id }) => id);

const boundsOf = (shape: RegionShape) => {
	if (shape.kind === 'circle') {
		const { x, y, r } = shape;
		return [x - r, y - r, x + r, y + r] as const;
	}
	const xs = shape.points.map(([x]) => x);
	const ys = shape.points.map(([, y]) => y);
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
};
const every = (nodes: readonly (SvgNode | string)[]): SvgNode[] =>
	nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...every(node.children)]));

describe('the catalogue', () => {
	it('lists what has a scene, once, and nothing else', () => {
		expect([...ids].sort()).toEqual([...SCENES.keys()].sort());
	});
	it('names entities and topics that exist', () => {
		for (const one of ILLUSTRATIONS) {
			if (one.entity !== undefined) expect(entities).toContain(one.entity);
			for (const topic of one.topics) expect(topics).toContain(topic);
		}
		for (const entity of visualEntities) expect(entities).toContain(entity);
	});
});

describe.each(ids)('%s', (id) => {
	const spec = (tone: Tone, seed: number) => ({ id, tone, seed });

	it('is the same for the same spec', () => {
		expect(toSvgString(draw(spec(5, 9)))).toBe(toSvgString(draw(spec(5, 9))));
	});

	it('stays small, on every tone and seed', () => {
		for (const tone of TONES)
			for (const seed of [0, 1, -7, 123456789])
				expect(toSvgString(draw({ ...spec(tone, seed), labels: true })).length).toBeLessThan(
					18_000
				);
	});

	it('never names a diagnosis in its alternative text', () => {
		// A chart names what its bars stand for, in the drawing and so in its text.
		const named = ILLUSTRATIONS.find((one) => one.id === id)?.kind === 'chart';
		for (const tone of TONES) {
			const { alt } = draw(spec(tone, 3));
			expect(alt.length).toBeGreaterThan(40);
			if (!named) expect(namesOf(alt, entities)).toEqual([]);
		}
	});

	it('refers to nothing but what it holds, and shares no id with another drawing', () => {
		fc.assert(
			fc.property(fc.constantFrom(...TONES), fc.integer(), (tone, seed) => {
				const nodes = every(draw(spec(tone, seed), 'a-').nodes);
				const own = nodes.flatMap((node) => (node.attrs.id === undefined ? [] : [node.attrs.id]));
				expect(new Set(own).size).toBe(own.length);
				expect(own.every((one) => String(one).startsWith('a-'))).toBe(true);
				const used = nodes.flatMap((node) =>
					Object.values(node.attrs).flatMap((value) =>
						[...String(value).matchAll(/(?:url\(#|^#)([^)]+)\)?$/g)].flatMap(([whole, name]) =>
							/^#[0-9a-f]{6}$/.test(whole) ? [] : [name]
						)
					)
				);
				for (const name of used) expect(own).toContain(name);
			}),
			{ numRuns: 15 }
		);
	});

	it('has only whole numbers and colours: nothing undefined, no style, no script', () => {
		const nodes = every(draw(spec(8, 5)).nodes);
		for (const { tag, attrs } of nodes) {
			expect(['script', 'style', 'foreignObject', 'image', 'filter']).not.toContain(tag);
			expect(Object.keys(attrs)).not.toContain('style');
			for (const value of Object.values(attrs))
				expect(String(value)).not.toMatch(/NaN|undefined|Infinity/);
		}
	});

	it('keeps its regions inside the picture and large enough to hit', () => {
		for (const seed of [1, 2, 3]) {
			const { width, height, regions } = draw(spec(4, seed));
			expect(new Set(regions.map((one) => one.id)).size).toBe(regions.length);
			for (const { shape } of regions) {
				const [left, top, right, bottom] = boundsOf(shape);
				expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
				expect(right).toBeLessThanOrEqual(width);
				expect(bottom).toBeLessThanOrEqual(height);
				expect(Math.min(right - left, bottom - top)).toBeGreaterThanOrEqual((24 / 270) * width);
			}
		}
	});
});

describe('instances of what can be told by sight', () => {
	it.each(visualEntities)('%s: another seed gives another drawing', (entity) => {
		const drawings = [1, 2, 3, 4].map((seed) => {
			const spec = instanceOf(entity, 6, seed);
			return spec === undefined ? '' : toSvgString(draw(spec));
		});
		expect(new Set(drawings).size).toBe(4);
	});
	it('is undefined for what is not drawn', () => {
		expect(instanceOf('no-such-entity', 6, 1)).toBeUndefined();
	});
});

it('throws for an illustration that is not there', () => {
	expect(() => draw({ id: 'nothing', tone: 1, seed: 1 })).toThrow('No such illustration: nothing');
});
