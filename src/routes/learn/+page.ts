import type { PageLoad } from './$types';

export const load = (async () => {
	const { entities } = await import('virtual:milium/entities');
	return { entities };
}) satisfies PageLoad;
