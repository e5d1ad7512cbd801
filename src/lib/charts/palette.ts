// Colours of charts, taken from the page as it is drawn now: light, dark or forced colours.

export interface Palette {
	readonly ink: string;
	readonly soft: string;
	readonly line: string;
	readonly accent: string;
	/** Of what went wrong. */
	readonly wrong: string;
	readonly surface: string;
	/** The accent, see-through, for bands behind a line. */
	readonly band: string;
}

const VARIABLES = {
	ink: 'var(--ink)',
	soft: 'var(--ink-soft)',
	line: 'var(--line)',
	accent: 'var(--accent)',
	wrong: 'var(--wrong)',
	surface: 'var(--surface)',
	band: 'color-mix(in srgb, var(--accent) 22%, transparent)'
} as const;
const FORCED = {
	ink: 'CanvasText',
	soft: 'CanvasText',
	line: 'GrayText',
	accent: 'Highlight',
	wrong: 'CanvasText',
	surface: 'Canvas',
	band: 'GrayText'
} as const;

/** The colours that hold at `element`. Custom properties are resolved by letting the browser apply them. */
export function paletteAt(element: HTMLElement): Palette {
	return read(element, matchMedia('(forced-colors: active)').matches ? FORCED : VARIABLES);
}

/**
 * The colours of the light theme, whatever the page shows: for a picture that is kept. The page is set to that theme while they are read,
 * which nobody sees, because colours are resolved at the root.
 */
export function paperPalette(element: HTMLElement): Palette {
	const { dataset } = document.documentElement;
	const theme = dataset['theme'];
	dataset['theme'] = 'light';
	try {
		return read(element, VARIABLES);
	} finally {
		if (theme === undefined) delete dataset['theme'];
		else dataset['theme'] = theme;
	}
}

function read(element: HTMLElement, source: Readonly<Record<keyof Palette, string>>): Palette {
	const probe = document.createElement('span');
	probe.style.cssText = 'forced-color-adjust: none';
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
		wrong: resolve(source.wrong),
		surface: resolve(source.surface),
		band: resolve(source.band)
	};
	probe.remove();
	return palette;
}

/** Tells when the colours of the page change, and when it is printed; the result stops that. */
export function onThemeChange(react: () => void): () => void {
	const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((one) =>
		matchMedia(one)
	);
	for (const query of queries) query.addEventListener('change', react);
	const observer = new MutationObserver(react);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	return () => {
		for (const query of queries) query.removeEventListener('change', react);
		observer.disconnect();
	};
}
