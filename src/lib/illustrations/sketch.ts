// The sheet that a scene draws on: it keeps gradients and symbols once each, under names that no other drawing on the page has.
import type { Chance } from './chance.js';
import type { Palette } from './palette.js';
import { el, round, type SvgNode } from './tree.js';

/** Offset from 0 to 1, colour, and opacity where it is not 1. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

export interface Given {
	readonly palette: Palette;
	readonly chance: Chance;
	/** Goes before every id, so that two drawings on one page never share one. */
	readonly prefix: string;
	readonly labels: boolean;
}

const stopsOf = (stops: readonly Stop[]) =>
	stops.map(([offset, colour, opacity]) =>
		el('stop', { offset, 'stop-color': colour, 'stop-opacity': opacity })
	);

export class Sketch {
	/** Colours of what is drawn from now on: those of the skin, until a scene comes to another ground. */
	palette: Palette;
	readonly chance: Chance;
	readonly labels: boolean;
	readonly #prefix: string;
	readonly #defs = new Map<string, SvgNode>();
	readonly #nodes: SvgNode[] = [];

	constructor(
		readonly width: number,
		readonly height: number,
		{ palette, chance, prefix, labels }: Given
	) {
		this.palette = palette;
		this.chance = chance;
		this.labels = labels;
		this.#prefix = prefix;
	}

	/** Puts elements on top of what is there. */
	add(...nodes: SvgNode[]): void {
		this.#nodes.push(...nodes);
	}

	/** Keeps an element under a name and gives its id; what is there already stays. */
	keep(name: string, make: (id: string) => SvgNode): string {
		const id = `${this.#prefix}${name}`;
		if (!this.#defs.has(name)) {
			const node = make(id);
			this.#defs.set(name, node);
		}
		return id;
	}

	/** A radial gradient over the box of what it fills, with its bright spot to the upper left where `lit`. */
	radial(name: string, stops: readonly Stop[], lit = false): string {
		const focus = lit ? { cx: 0.46, cy: 0.45, r: 0.56, fx: 0.34, fy: 0.3 } : {};
		return `url(#${this.keep(name, (id) => el('radialGradient', { id, ...focus }, ...stopsOf(stops)))})`;
	}

	/** A linear gradient over the box of what it fills, from the upper left unless told otherwise. */
	linear(name: string, stops: readonly Stop[], [x1, y1, x2, y2] = [0, 0, 1, 1]): string {
		return `url(#${this.keep(name, (id) => el('linearGradient', { id, x1, y1, x2, y2 }, ...stopsOf(stops)))})`;
	}

	/** A clip path, as the value of `clip-path`. */
	clip(name: string, ...shapes: SvgNode[]): string {
		return `url(#${this.keep(name, (id) => el('clipPath', { id }, ...shapes))})`;
	}

	/** Something drawn many times: kept once, then placed at a point, scaled and turned (degrees). */
	stamp(
		name: string,
		nodes: () => readonly SvgNode[],
		{
			x,
			y,
			scale = 1,
			turn = 0,
			opacity
		}: {
			x: number;
			y: number;
			scale?: number | readonly [number, number];
			turn?: number;
			opacity?: number | undefined;
		}
	): SvgNode {
		const id = this.keep(name, (own) => el('g', { id: own }, ...nodes()));
		const [sx, sy] = typeof scale === 'number' ? [scale, scale] : scale;
		const turned = turn === 0 ? '' : ` rotate(${round(turn)})`;
		const scaled =
			sx === 1 && sy === 1 ? '' : ` scale(${round(sx)}${sx === sy ? '' : ` ${round(sy)}`})`;
		return el('use', {
			href: `#${id}`,
			transform: `translate(${round(x)} ${round(y)})${turned}${scaled}`,
			opacity
		});
	}

	/** Everything drawn, with what it refers to. */
	nodes(): SvgNode[] {
		return [el('defs', {}, ...this.#defs.values()), ...this.#nodes];
	}
}
