// Holds the record panel once it has been fetched. Few items have a record, so the page of a question comes without it.
import type Panel from './RecordPanel.svelte';

let loaded = $state.raw<typeof Panel | undefined>();

/** Fetches the panel, so that `recordPanel` has it. Rejects when it cannot be fetched. */
export async function loadRecordPanel(): Promise<void> {
	loaded ??= (await import('./RecordPanel.svelte')).default;
}

/** The panel, or undefined before `loadRecordPanel` has brought it. */
export function recordPanel(): typeof Panel | undefined {
	return loaded;
}
