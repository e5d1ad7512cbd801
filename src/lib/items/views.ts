// The views that have been fetched. Multiple choice comes with the page, because a first quiz begins with it; the others come
// when a session that needs them is opened.
import MultipleChoice from './multiple-choice/View.svelte';
import type { ItemTypeId } from './registry.js';
import { eraseView, type AnyView } from './view.js';

const loaded = new Map<string, AnyView>([['multiple-choice', eraseView(MultipleChoice)]]);

/** Fetches the view of a type, so that `viewOf` has it. Rejects when it cannot be fetched. */
export async function loadView(type: string): Promise<void> {
	if (loaded.has(type)) return;
	// The registry makes the type itself known.
	const [{ VIEWS }] = await Promise.all([import('./view-list.js'), import('./registry.js')]);
	const load = VIEWS[type as ItemTypeId];
	if (load === undefined) throw new Error(`Unknown item type: ${type}`);
	loaded.set(type, await load());
}

/** The view of a type, or undefined before `loadView` has brought it. */
export function viewOf(type: string): AnyView | undefined {
	return loaded.get(type);
}
