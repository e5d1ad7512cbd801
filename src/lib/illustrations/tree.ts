// A drawing as a small tree of SVG elements. Components render it, tools and tests write it as text; nobody parses markup.

export type Attrs = Readonly<Record<string, string | number>>;
export interface SvgNode {
	readonly tag: string;
	readonly attrs: Attrs;
	/** Elements, or the text of a `text` element. */
	readonly children: readonly (SvgNode | string)[];
}

/** Hundredths are finer than any screen shows, and keep the markup small. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** An element. Numbers are rounded to hundredths; an attribute that is undefined is left out. */
export function el(
	tag: string,
	attrs: Readonly<Record<string, string | number | undefined>> = {},
	...children: (SvgNode | string)[]
): SvgNode {
	const kept: Record<string, string | number> = {};
	for (const [name, value] of Object.entries(attrs)) {
		if (value !== undefined) kept[name] = typeof value === 'number' ? round(value) : value;
	}
	return { tag, attrs: kept, children };
}

export type Point = readonly [number, number];

/** A closed or open path of straight lines. */
export const lines = (points: readonly Point[], close = true): string =>
	`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${close ? 'Z' : ''}`;

/**
 * A smooth path through points: a Catmull-Rom spline written as cubic Béziers (control points a sixth of the way along the
 * chord of the neighbours).
 */
export function curve(points: readonly Point[], close = true): string {
	const count = points.length;
	const at = (index: number): Point => {
		const wrapped = close ? (index + count) % count : Math.min(Math.max(index, 0), count - 1);
		return points[wrapped] ?? [0, 0];
	};
	const parts = Array.from({ length: close ? count : count - 1 }, (_, index) => {
		const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
		const c1 = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
		const c2 = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
		return `C${[...c1, ...c2, ...to].map((one) => Math.round(one * 10) / 10).join(' ')}`;
	});
	const [x, y] = at(0);
	return `M${round(x)} ${round(y)}${parts.join('')}${close ? 'Z' : ''}`;
}

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function write(node: SvgNode | string): string {
	if (typeof node === 'string') return escaped(node);
	const attrs = Object.entries(node.attrs).map(
		([name, value]) => ` ${name}="${escaped(String(value))}"`
	);
	const open = `<${node.tag}${attrs.join('')}`;
	if (node.children.length === 0) return `${open}/>`;
	return `${open}>${node.children.map(write).join('')}</${node.tag}>`;
}

/** The whole drawing as an SVG document, for tools and tests. */
export function toSvgString(drawing: {
	readonly width: number;
	readonly height: number;
	readonly alt: string;
	readonly nodes: readonly SvgNode[];
}): string {
	const { width, height, alt, nodes } = drawing;
	const root = el(
		'svg',
		{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, role: 'img' },
		el('title', {}, alt),
		...nodes
	);
	return write(root);
}
