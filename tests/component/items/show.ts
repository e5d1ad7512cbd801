// Shows the fixture of an item type in a page, as a session would.
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { itemTypeOf } from '$lib/items/registry';
import type { ViewMode } from '$lib/items/view';
import { loadView } from '$lib/items/views';
import { fixtureOf } from '../../fixtures/items';
import Host from './Host.svelte';

interface Shown {
	readonly mode?: ViewMode;
	readonly given?: unknown;
	/** Width of the window in pixels. */
	readonly width?: number;
	/** Fields of the item other than in the fixture. */
	readonly change?: object;
}

/** What has been shown: the last response, and what the type says of it. */
export async function show(
	type: string,
	{ mode = 'answer', given, width = 900, change }: Shown = {}
) {
	await page.viewport(width, 900);
	await loadView(type);
	const item = { ...fixtureOf(type), ...change };
	const about = itemTypeOf(item);
	let last: unknown = about.readResponse(item, given).response;
	const shown = await render(Host, {
		item,
		mode,
		given,
		onrespond: (response: unknown) => (last = response)
	});
	return {
		item,
		/** The response as it stands now. */
		response: () => last,
		points: () => about.score(item, last).points,
		complete: () => about.isComplete(item, last),
		/** Takes it off the page again. */
		remove: () => shown.unmount()
	};
}
