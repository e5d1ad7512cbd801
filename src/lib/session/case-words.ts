import type { Unfolding } from '$lib/banks/compile';
import { CJMM_STEP_NAMES, CJMM_STEPS, type RecordTabName } from '$lib/items/contract';

/** Names of the tabs of a record. */
export const TAB_NAMES: Readonly<Record<RecordTabName, string>> = {
	notes: 'Notes',
	history: 'History',
	vitals: 'Vital signs',
	results: 'Results'
};

/** "Case study: Two rashes, step 3 of 6, Prioritize Hypotheses". */
export function caseLine({ title, step, of }: Unfolding): string {
	const name = CJMM_STEPS[step - 1];
	const place = `Case study: ${title}, step ${step} of ${of}`;
	return name === undefined ? place : `${place}, ${CJMM_STEP_NAMES[name]}`;
}
