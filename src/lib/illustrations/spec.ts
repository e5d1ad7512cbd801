// What is asked of the room, and what it gives.
import type { Tone } from './palette.js';
import type { Sketch } from './sketch.js';
import type { Point, SvgNode } from './tree.js';

/** A place in a drawing, in its own units. */
export type RegionShape =
	| { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number }
	| { readonly kind: 'polygon'; readonly points: readonly Point[] };
export interface Region {
	readonly id: string;
	/** What it is called, in words that give no diagnosis away. */
	readonly label: string;
	readonly shape: RegionShape;
}

export interface IllustrationSpec {
	/** An id of the catalogue. */
	readonly id: string;
	/** Monk Skin Tone shade. */
	readonly tone: Tone;
	/** Count, size and place of what is drawn; any whole number. */
	readonly seed: number;
	/** Words on the drawing, where it has any. */
	readonly labels?: boolean | undefined;
	/** On a map: the entity whose usual places are marked. */
	readonly marks?: string | undefined;
}

export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly SvgNode[];
	/** Shape, colour in plain words, size and place; never the diagnosis. */
	readonly alt: string;
	readonly regions: readonly Region[];
}

/** What a scene says of what it has drawn. */
export interface Told {
	readonly alt: string;
	readonly regions?: readonly Region[];
}
export type Scene = (sketch: Sketch, spec: IllustrationSpec) => Told;
