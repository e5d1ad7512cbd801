// What a set of banks covers, and where the gaps are.
import type { Ledger } from '$lib/evidence/ledger';
import type { Bank } from './bank.js';
import { countCoverage, type Counted } from './coverage-count.js';
import { gapsOf, type Gap, type Minima } from './coverage-gaps.js';

export interface Coverage extends Counted {
	readonly gaps: readonly Gap[];
}

/** What `banks` cover of the ledger, and what falls short of `minima`. */
export function coverageOf(banks: readonly Bank[], ledger: Ledger, minima: Minima): Coverage {
	const counted = countCoverage(banks, ledger);
	return { ...counted, gaps: gapsOf(counted, minima) };
}
