// What the page and the worker of the import door say to one another.
import type { NumberedItem } from '$lib/banks/read-bank';
import type { BankHead } from '$lib/banks/catalogue';
import type { Fault } from '$lib/validation/fault';

/** `bank`: read this file. `more`: what was told has been dealt with, go on. */
export type ToWorker =
	| { readonly kind: 'bank'; readonly file: Blob; readonly taken: readonly string[] }
	| { readonly kind: 'more' };

/** After `counted` and `items` the worker waits for `more`, so that no more is under way than can be stored. */
export type FromWorker =
	/** Still at it: so many bytes of the file have passed. */
	| { readonly kind: 'alive' }
	| { readonly kind: 'counted'; readonly items: number }
	| { readonly kind: 'items'; readonly items: readonly NumberedItem[]; readonly read: number }
	| { readonly kind: 'sound'; readonly head: BankHead }
	| { readonly kind: 'faulty'; readonly faults: readonly Fault[] };
