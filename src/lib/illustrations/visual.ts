// Entities that can be told apart by sight, for quick visual rounds: every seed gives another instance.
import type { Tone } from './palette.js';
import type { IllustrationSpec } from './spec.js';

/** Entity of the differential → illustrations that show instances of it. */
const SHOWN_BY: Readonly<Record<string, readonly [string, ...string[]]>> = {
	'primary-milia': ['milium'],
	'closed-comedone': ['closed-comedone'],
	'open-comedone': ['open-comedone'],
	'acne-papule-pustule': ['papule', 'pustule']
};

/** Entities whose instances can be drawn, by id of the differential. */
export const visualEntities: readonly string[] = Object.keys(SHOWN_BY);

/** An instance of an entity: the seed decides how many, how large and where. Undefined for an entity that is not drawn. */
export function instanceOf(entity: string, tone: Tone, seed: number): IllustrationSpec | undefined {
	const shown = SHOWN_BY[entity];
	if (shown === undefined) return undefined;
	return { id: shown[Math.abs(Math.trunc(seed)) % shown.length] ?? shown[0], tone, seed };
}
