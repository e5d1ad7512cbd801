import type { Fact } from './ledger.js';

/** What the literature says of a fact, in words. */
export const VERDICT_WORDS: Readonly<Record<Fact['verdict'], string>> = {
	agrees: 'Standard literature agrees',
	simplification: 'Right in direction, needs a qualifier',
	disputed: 'Disputed in the literature',
	outdated: 'Outdated',
	wrong: 'Contradicted by standard literature'
};
