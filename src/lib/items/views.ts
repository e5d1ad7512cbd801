// The view of each item type. Multiple choice comes with the page, because a first quiz begins with it; the others are
// fetched when a session that needs them is opened.
import MultipleChoice from './multiple-choice/View.svelte';
import type { ItemTypeId } from './registry.js';
import { eraseView, type AnyView } from './view.js';

const VIEWS: Readonly<Record<ItemTypeId, () => AnyView | Promise<AnyView>>> = {
	'multiple-choice': () => eraseView(MultipleChoice),
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

const loaded = new Map<string, AnyView>();

/** Fetches the view of a type, so that `viewOf` has it. Rejects when it cannot be fetched. */
export async function loadView(type: string): Promise<void> {
	if (loaded.has(type)) return;
	const load = VIEWS[type as ItemTypeId];
	if (load === undefined) throw new Error(`Unknown item type: ${type}`);
	// The registry makes the type itself known; it comes with the first view that is not part of the page.
	const [view] = await Promise.all([load(), import('./registry.js')]);
	loaded.set(type, view);
}

/** The view of a type, or undefined before `loadView` has brought it. */
export function viewOf(type: string): AnyView | undefined {
	return loaded.get(type);
}
loaded.set('multiple-choice', eraseView(MultipleChoice));
