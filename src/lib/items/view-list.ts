// The one list of views, fetched with the first view that is not part of the page.
import MultipleChoice from './multiple-choice/View.svelte';
import type { ItemTypeId } from './registry.js';
import { eraseView, type AnyView } from './view.js';

export const VIEWS: Readonly<Record<ItemTypeId, () => Promise<AnyView>>> = {
	'multiple-choice': async () => eraseView(MultipleChoice),
	'multiple-response-sata': async () =>
		eraseView((await import('./multiple-response-sata/View.svelte')).default),
	'multiple-response-n': async () =>
		eraseView((await import('./multiple-response-n/View.svelte')).default),
	'matrix-multiple-choice': async () =>
		eraseView((await import('./matrix-multiple-choice/View.svelte')).default),
	'drop-down-cloze': async () => eraseView((await import('./drop-down-cloze/View.svelte')).default),
	'ordered-response': async () =>
		eraseView((await import('./ordered-response/View.svelte')).default),
	'multiple-response-grouping': async () =>
		eraseView((await import('./multiple-response-grouping/View.svelte')).default),
	'matrix-multiple-response': async () =>
		eraseView((await import('./matrix-multiple-response/View.svelte')).default),
	'drop-down-table': async () => eraseView((await import('./drop-down-table/View.svelte')).default),
	'drop-down-rationale': async () =>
		eraseView((await import('./drop-down-rationale/View.svelte')).default),
	'drag-and-drop-cloze': async () =>
		eraseView((await import('./drag-and-drop-cloze/View.svelte')).default),
	'drag-and-drop-rationale': async () =>
		eraseView((await import('./drag-and-drop-rationale/View.svelte')).default),
	'bow-tie': async () => eraseView((await import('./bow-tie/View.svelte')).default),
	'highlight-text': async () => eraseView((await import('./highlight-text/View.svelte')).default),
	'highlight-table': async () => eraseView((await import('./highlight-table/View.svelte')).default),
	'hot-spot': async () => eraseView((await import('./hot-spot/View.svelte')).default),
	numeric: async () => eraseView((await import('./numeric/View.svelte')).default)
};
