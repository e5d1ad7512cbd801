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
			readonly ordered: boolean;
			readonly items: readonly (readonly Block[])[];
	  }
	| {
			readonly kind: 'table';
			readonly head: readonly (readonly Inline[])[];
			readonly rows: readonly (readonly (readonly Inline[])[])[];
	  };

const MARKUP = /[*_`|\\&<[\]\n]|^\s*(?:[-+>#]|\d+[.)])\s/;

/** True when the text holds nothing that the parser would read as markup, so that it needs no parser. */
export function isPlain(text: string): boolean {
	return !MARKUP.test(text);
}
