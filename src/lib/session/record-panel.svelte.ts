// Holds the record panel once it has been fetched. Few items have a record, so the page of a question comes without it.
import { later } from '$lib/ui/later.svelte';

/** The panel that shows a record. */
export const recordPanel = later(async () => (await import('./RecordPanel.svelte')).default);
