// Which drawings show an entity on its page: close-ups on light, medium and dark skin, and a map of where it occurs.

/** Drawings of one entity, by their ids in the catalogue of illustrations. */
export interface Figures {
	readonly closeUps: readonly string[];
	readonly map?: string;
}

/** Monk shades on which close-ups are shown: light, medium, dark. */
export const TONES = [2, 6, 9] as const;
/** Monk shade of the maps. */
export const MAP_TONE = 4;

const NEWBORN = 'face-newborn';
const ADULT = 'face-adult';
const BODY = 'body-map';

/** Entities without an entry have no drawing yet. */
export const FIGURES: Readonly<Record<string, Figures>> = {
	'neonatal-milia': { closeUps: ['milium'], map: NEWBORN },
	'primary-milia': { closeUps: ['milium'], map: ADULT },
	'secondary-milia': { closeUps: ['secondary'], map: BODY },
	'milia-en-plaque': { closeUps: ['plaque'], map: ADULT },
	'multiple-eruptive-milia': { closeUps: ['eruptive'], map: ADULT },
	'epstein-pearls': { closeUps: ['epstein'] },
	'neonatal-acne': { closeUps: ['ncp'] },
	'infantile-acne': { closeUps: [], map: NEWBORN },
	'closed-comedone': { closeUps: ['closed-comedone'], map: ADULT },
	'open-comedone': { closeUps: ['open-comedone'], map: ADULT },
	'acne-papule-pustule': { closeUps: ['papule', 'pustule'], map: ADULT },
	'miliaria-crystallina': { closeUps: ['miliaria-crystallina'], map: BODY },
	'miliaria-rubra': { closeUps: ['miliaria-rubra'], map: BODY },
	'sebaceous-hyperplasia': { closeUps: ['seb-hyperplasia'], map: NEWBORN },
	'erythema-toxicum': { closeUps: ['etn'], map: BODY },
	syringoma: { closeUps: ['syringoma'], map: ADULT },
	molluscum: { closeUps: ['molluscum'], map: BODY }
};
