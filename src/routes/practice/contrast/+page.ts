import type { PageLoad } from './$types';

export const load = (async () => {
	const { default: differential } = await import('virtual:milium/learn/differential');
	return { differential };
}) satisfies PageLoad;
