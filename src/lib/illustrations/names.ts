// What an alternative text must not say. A description that names the diagnosis gives the answer away.

/** Words by which an entity of the differential is known, besides those that describe what is seen. */
const WORDS: readonly (readonly [pattern: RegExp, entities: RegExp])[] = [
	[/\bmili(?:a|um|al)\b/i, /mili(?:a|um)$|milia-|-milia/],
	[/\bmiliaria\b|\bprickly heat\b|\bheat rash\b|\bcrystallina\b|\brubra\b/i, /^miliaria/],
	[/\bcomedo(?:ne|nes|nal)?\b|\bwhiteheads?\b|\bblackheads?\b/i, /comedone/],
	[/\bacne\b|\bpustulosis\b/i, /acne/],
	[/\bepstein\b|\bbohn\b|\binclusion cysts?\b/i, /epstein/],
	[/\bhyperplasia\b/i, /hyperplasia/],
	[/\berythema toxicum\b/i, /erythema-toxicum/],
	[/\bsyringomas?\b/i, /syringoma/],
	[/\bmollusc(?:um|a)\b/i, /molluscum/],
	[/\ben plaque\b/i, /en-plaque/],
	[/\beruptive\b/i, /eruptive/]
];

/** Those of the entities (ids of the differential) that a text names. */
export function namesOf(text: string, entities: readonly string[]): string[] {
	return entities.filter((entity) =>
		WORDS.some(([pattern, known]) => known.test(entity) && pattern.test(text))
	);
}
