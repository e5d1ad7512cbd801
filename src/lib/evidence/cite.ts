// How somebody cites what they read here.

/** A page, or a question on it, as it was read. */
export interface Cited {
	readonly title: string;
	/** Name of the build, so that the very wording can be found again. */
	readonly build: string;
	/** Address without what only this reader chose. */
	readonly address: string;
	/** Day of reading, as YYYY-MM-DD. */
	readonly date: string;
	/** An item's id and version, where an item is cited. */
	readonly item?: { readonly id: string; readonly version: number } | undefined;
}

/** The citation as one line of text. */
export function citationOf({ title, build, address, date, item }: Cited): string {
	const sentence = /[.?!]$/.test(title) ? title : `${title}.`;
	const which = item === undefined ? '' : ` Item ${item.id}, version ${item.version}.`;
	return `${sentence} Milium, build ${build}.${which} Read on ${date}. ${address}`;
}
