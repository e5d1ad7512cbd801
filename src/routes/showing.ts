// The parts that show an item. Those of a plain multiple-choice question come with the page of a quiz; the others are fetched.
import type { HashedItem } from '$lib/banks/catalogue';
import { illustration, loadIllustration } from '$lib/illustrations/illustration.svelte';
import { loadView, viewOf } from '$lib/items/views';
import { recordPanel } from '$lib/session/record-panel.svelte';

/** Fetches what shows these items. Rejects when it cannot be fetched. */
export async function loadParts(items: readonly HashedItem[]): Promise<void> {
	const types = new Set(items.map((one) => one.type));
	await Promise.all([
		...[...types].map(loadView),
		...(items.some((one) => one.record !== undefined) ? [recordPanel.load()] : []),
		...(items.some((one) => one.illustration !== undefined) ? [loadIllustration()] : [])
	]);
}

/** Whether an item can be shown at once. */
export const canShow = (item: HashedItem) =>
	viewOf(item.type) !== undefined &&
	(item.record === undefined || recordPanel.now !== undefined) &&
	(item.illustration === undefined || illustration() !== undefined);
