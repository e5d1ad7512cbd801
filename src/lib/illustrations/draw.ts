// From what is asked for to the drawing. Pure: the same spec and prefix give the same drawing, everywhere.
import { chanceOf } from './chance.js';
import { paletteOf } from './palette.js';
import { SCENES } from './scenes/index.js';
import { Sketch } from './sketch.js';
import type { Drawing, IllustrationSpec } from './spec.js';

/**
 * Draws an illustration. `prefix` goes before every id in it and must differ between drawings on one page; it has to be a
 * valid beginning of an XML id. Throws for an id that is not in the catalogue.
 */
export function draw(spec: IllustrationSpec, prefix = 'd'): Drawing {
	const scene = SCENES.get(spec.id);
	if (scene === undefined) throw new Error(`No such illustration: ${spec.id}`);
	const { width = 400, height = 300, scene: paint } = scene;
	const sketch = new Sketch(width, height, {
		palette: paletteOf(spec.tone),
		chance: chanceOf(spec.seed),
		prefix,
		labels: spec.labels ?? false
	});
	const { alt, regions = [] } = paint(sketch, spec);
	return { width, height, nodes: sketch.nodes(), alt, regions };
}
