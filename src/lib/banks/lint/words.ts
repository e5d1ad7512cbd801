// Words, sentences and their likeness: all that the checks of item writing know of language. English alone.

/** Words that carry no meaning of their own, or that every question holds. */
const STOP = new Set(
	(
		'a an and are as at be been but by can did do does for from had has have he her hers him his how i if in into is it its ' +
		'me more most my no nor not of off on one or our out over she should so some such than that the their them then there ' +
		'these they this those to too under up was we were what when where which while who whom why will with within would ' +
		'you your yours after before about against between both each few other own same very just also any because during ' +
		'until again further here all only now first best next likely most right left two three four five'
	).split(' ')
);

/** Text without the marks of the Markdown subset and without placeholders. */
export function plain(text: string): string {
	return text
		.replace(/\{\{[^}]*\}\}/g, ' ')
		.replace(/[*_`|#>]+/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Words in lower case, with apostrophes and inner hyphens taken apart. */
export function words(text: string): string[] {
	return (
		plain(text)
			.toLowerCase()
			.replace(/[’']s\b/g, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

/** A word without its commonest English endings, so that "squeezing" and "squeezed" are one. Rough on purpose. */
export function stem(word: string): string {
	if (word.length < 5) return word.replace(/s$/, '');
	const base = word
		.replace(/ies$/, 'y')
		.replace(/(ss|us|is)$/, '$1#')
		.replace(/(?<=[a-z]{3})(ing|ed|es|s|ly)$/, '')
		.replace(/#$/, '');
	return base.replace(/([bdgmnprt])\1$/, '$1').replace(/e$/, '');
}

/** Stems of the words that carry meaning, each once. */
export function content(text: string): Set<string> {
	return new Set(
		words(text)
			.filter((word) => !STOP.has(word) && word.length > 1)
			.map(stem)
	);
}

/** Sentences of a text. A full stop after a single letter or within a number ends none. */
export function sentences(text: string): string[] {
	return plain(text)
		.split(/(?<=[a-z0-9)"”][.?!]["”]?)\s+(?=["“(]?[A-Z0-9])/)
		.filter((one) => one !== '');
}

/** The question itself: the last sentence. */
export function leadIn(text: string): string {
	return sentences(text).at(-1) ?? '';
}

/** Levenshtein distance divided by the length of the longer text: 0 for equal texts, 1 for nothing in common. */
export function distance(a: string, b: string): number {
	const longer = Math.max(a.length, b.length);
	if (longer === 0) return 0;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return (row[b.length] ?? 0) / longer;
}

/** The runs of `size` words of a text. A shorter text is one run. */
export function grams(text: string, size: number): Set<string> {
	const list = words(text);
	if (list.length <= size) return new Set([list.join(' ')]);
	return new Set(
		list.slice(0, list.length - size + 1).map((_, at) => list.slice(at, at + size).join(' '))
	);
}

/** Size of what two sets share over the size of what they hold together, 0 to 1 (Jaccard index). */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
	const shared = [...a].filter((one) => b.has(one)).length;
	const all = a.size + b.size - shared;
	return all === 0 ? 0 : shared / all;
}

/** Vowel groups of a word, at least one: close enough to its syllables for a grade of reading. */
function syllables(word: string): number {
	const groups = word.replace(/(?<=[^l])e$/, '').match(/[aeiouy]+/g);
	return Math.max(1, groups?.length ?? 0);
}

/**
 * School grade needed to read a text: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others 1975,
 * Navy Research Branch Report 8-75).
 */
export function readingGrade(text: string): number {
	const list = words(text);
	const count = sentences(text).length;
	if (list.length === 0 || count === 0) return 0;
	const spoken = list.reduce((sum, word) => sum + syllables(word), 0);
	return 0.39 * (list.length / count) + 11.8 * (spoken / list.length) - 15.59;
}
