// The keys of educators as a learner's device first met them.
import { fingerprint } from './fingerprint.js';
import type { ModuleContent } from './format.js';
import { failed, succeeded, type Outcome } from './problems.js';

/** The name of an educator as it is compared. */
export const knownName = (name: string): string =>
	name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** `new`: never met. `known`: met with this key. Fails where the name was met with another key. */
export function meetEducator(
	educator: Pick<ModuleContent['educator'], 'sign' | 'seal'>,
	known: { readonly sign: string; readonly seal: string } | undefined
): Outcome<'new' | 'known'> {
	if (known === undefined) return succeeded('new');
	if (known.sign === educator.sign && known.seal === educator.seal) return succeeded('known');
	return failed(
		'educator/other-key',
		`You know the key “${fingerprint(known)}”; this one is “${fingerprint(educator)}”.`
	);
}
