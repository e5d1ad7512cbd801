import type { Candidate } from '$lib/session/sampling';

/** An item that can be drawn. */
export const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
	id,
	hash: `h-${id}`,
	bank: 'core',
	type: 'multiple-choice',
	topics: ['milia'],
	difficulty: 'easy',
	...more
});
