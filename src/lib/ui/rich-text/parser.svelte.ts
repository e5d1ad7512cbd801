// Holds the Markdown parser once it has been fetched. Texts without markup, which is nearly all of them, never ask for it.
import type * as Parse from './parse.js';

let loaded = $state.raw<typeof Parse | undefined>();
let pending: Promise<void> | undefined;

/** Fetches the parser; resolves when texts with markup can be drawn. */
export function loadParser(): Promise<void> {
	pending ??= import('./parse.js').then(
		(module) => {
			loaded = module;
		},
		(error: unknown) => {
			pending = undefined;
			throw error;
		}
	);
	return pending;
}

/** The parser, or undefined while it is on its way; asking for it sends for it. */
export function parser(): typeof Parse | undefined {
	if (loaded === undefined) void loadParser().catch(() => undefined);
	return loaded;
}
