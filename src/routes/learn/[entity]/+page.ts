import { error } from '@sveltejs/kit';
import { entities, load as fetchers } from 'virtual:milium/entities';
import type { EntryGenerator, PageLoad } from './$types';

/** Every entity has its page. */
export const entries: EntryGenerator = () => entities.map(({ id }) => ({ entity: id }));

export const load = (async ({ params }) => {
	const fetchPage = fetchers[params.entity];
	if (fetchPage === undefined) error(404, 'There is no such page');
	return { entity: await fetchPage() };
}) satisfies PageLoad;
