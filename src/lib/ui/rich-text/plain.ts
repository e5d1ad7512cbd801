/**
 * The text without its emphasis marks, for places that can hold no markup: the entries of a native list, names of
 * controls.
 */
export function plainText(text: string): string {
	return text.replace(/(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1/g, '$2');
}
