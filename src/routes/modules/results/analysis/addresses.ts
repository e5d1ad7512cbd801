// Addresses of the pages that look into a class.
import { resolve } from '$app/paths';

const RESULTS = `${resolve('/modules/results')}/`;

/** The pages that look into a class, in their order. */
export const CLASS_PAGES = [
	{ name: 'Item analysis', address: `${RESULTS}items/` },
	{ name: 'Key sandbox', address: `${RESULTS}sandbox/` },
	{ name: 'Pass mark', address: `${RESULTS}pass-mark/` }
] as const;

/** The item analysis of a module. */
export const itemAnalysisAddress = (module: string) =>
	`${CLASS_PAGES[0].address}?${new URLSearchParams({ module })}`;
