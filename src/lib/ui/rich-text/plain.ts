// Escaped punctuation; emphasis and code; emphasis by underscores, which stand only at the ends of words.
const MARKS =
	/\\([!-/:-@[-`{-~])|(\*\*|\*|`)(?=\S)(.+?)(?<=\S)\2|(?<!\w)(__?)(?=\S)(.+?)(?<=\S)\4(?!\w)/g;

/**
 * The text without its emphasis marks, for places that can hold no markup: the entries of a native list, names of
 * controls.
 */
export function plainText(text: string): string {
	return text.replace(MARKS, '$1$3$5');
}
