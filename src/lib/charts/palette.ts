// Colours of charts, taken from the page as it is drawn now: light, dark or forced colours.

export interface Palette {
	readonly ink: string;
	readonly soft: string;
	readonly line: string;
	readonly accent: string;
	readonly surface: string;
	/** The accent, see-through, for bands behind a line. */
	readonly band: string;
}

const VARIABLES = {
	ink: 'var(--ink)',
	soft: 'var(--ink-soft)',
	line: 'var(--line)',
	accent: 'var(--accent)',
	surface: 'var(--surface)',
	band: 'color-mix(in srgb, var(--accent) 22%, transparent)'
} as const;
const FORCED = {
	ink: 'CanvasText',
	soft: 'CanvasText',
	line: 'GrayText',
	accent: 'Highlight',
	surface: 'Canvas',
	band: 'GrayText'
} as const;

/** The colours that hold at `element`. Custom properties are resolved by letting the browser apply them. */
export function paletteAt(element: HTMLElement): Palette {
	const source = matchMedia('(forced-colors: active)').matches ? FORCED : VARIABLES;
	const probe = document.createElement('span');
	element.append(probe);
	const resolve = (value: string) => {
		probe.style.color = value;
		return getComputedStyle(probe).color;
	};
	const palette: Palette = {
		ink: resolve(source.ink),
		soft: resolve(source.soft),
		line: resolve(source.line),
		accent: resolve(source.accent),
		surface: resolve(source.surface),
		band: resolve(source.band)
	};
	probe.remove();
	return palette;
}
