// The Markdown subset of bank texts, as a tree that components draw. There is no node for HTML: what a bank
// writes as markup that is not listed here is shown as the characters it is.

export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'break' }
	| { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] };

export type Block =
	| { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
	| {
			readonly kind: 'list';
			/** Number of the first item; absent in a list without numbers. */
			readonly first?: number;
			readonly items: readonly (readonly Block[])[];
	  }
	| {
			readonly kind: 'table';
			readonly head: readonly (readonly Inline[])[];
			readonly rows: readonly (readonly (readonly Inline[])[])[];
	  };

// Besides markup: what the parser would take off or replace (space at the ends, NUL).
const MARKUP = /[*_`|\\&<[\]\n\r\0]|^\s|\s$|^(?:[-+>#]|\d+[.)])(?:\s|$)/;

/** True when the parser would make one paragraph of the very same text, so that it is not needed. */
export function isPlain(text: string): boolean {
	return !MARKUP.test(text);
}
