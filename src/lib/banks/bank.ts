import type { BaseItem } from '$lib/items/contract';
import type { bankFileSchema, CaseStudy } from './schema.js';
import type { InferOutput } from 'valibot';

/** A bank that has been read and checked. */
export type Bank = Omit<InferOutput<typeof bankFileSchema>, 'items' | 'cases'> & {
	readonly items: readonly BaseItem[];
	readonly cases?: readonly CaseStudy[];
};

/** Names an item within all banks of a learner, and the wording that was shown. */
export interface ItemRef {
	readonly bank: string;
	readonly item: string;
	/** Content hash of the item as shown. */
	readonly hash: string;
}
