// Entities that can be told apart by sight, for quick visual rounds: every seed gives another instance.
import type { Tone } from './palette.js';
import type { IllustrationSpec } from './spec.js';

/**
 * Entity of the differential → illustrations that show instances of it. Newborn and primary milia look the same close up, so
 * only one of them is here: nobody can tell them apart by sight.
 */
const SHOWN_BY: Readonly<Record<string, readonly [string, ...string[]]>> = {
	'primary-milia': ['milium'],
	'secondary-milia': ['secondary'],
	'milia-en-plaque': ['plaque'],
	'multiple-eruptive-milia': ['eruptive'],
	'epstein-pearls': ['epstein'],
	'neonatal-acne': ['ncp'],
	'closed-comedone': ['closed-comedone'],
	'open-comedone': ['open-comedone'],
	'acne-papule-pustule': ['papule', 'pustule'],
	'miliaria-crystallina': ['miliaria-crystallina'],
	'miliaria-rubra': ['miliaria-rubra'],
	'sebaceous-hyperplasia': ['seb-hyperplasia'],
	'erythema-toxicum': ['etn'],
	syringoma: ['syringoma'],
	molluscum: ['molluscum']
};

/** Entities whose instances can be drawn, by id of the differential. */
export const visualEntities: readonly string[] = Object.keys(SHOWN_BY);

/** An instance of an entity: the seed decides how many, how large and where. Undefined for an entity that is not drawn. */
export function instanceOf(entity: string, tone: Tone, seed: number): IllustrationSpec | undefined {
	const shown = SHOWN_BY[entity];
	if (shown === undefined) return undefined;
	return { id: shown[Math.abs(Math.trunc(seed)) % shown.length] ?? shown[0], tone, seed };
}

/** Entities that look, close up, as another does: what tells them apart is age and history. */
const LOOKS_AS: Readonly<Record<string, string>> = {
	'neonatal-milia': 'primary-milia',
	'juvenile-milia': 'primary-milia'
};

/** The entity whose instances show what this one looks like; undefined for one that is not drawn. */
export function looksAs(entity: string): string | undefined {
	const shown = LOOKS_AS[entity] ?? entity;
	return visualEntities.includes(shown) ? shown : undefined;
}
