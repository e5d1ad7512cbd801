// What the rules of item writing say of a bank that somebody brings: advice, a little at a time, so that the page stays alive.
import type { CompiledBank } from '$lib/banks/catalogue';
import { asWritten } from '$lib/banks/compile';
import type { Finding } from '$lib/banks/lint/lint';

/** Larger banks, which the door hands out in parts, are left to `npm run bank -- check`, which has all the time it needs. */
export const MOST_ITEMS = 1000;
/** A turn lasts so many milliseconds; a longer one would be felt. */
const TURN_MS = 12;

/**
 * Errors and warnings of a bank, without remarks. Undefined where the bank is too large, or where `stopped` said so in between.
 */
export async function adviceOn(
	bank: CompiledBank,
	stopped: () => boolean
): Promise<readonly Finding[] | undefined> {
	if (bank.items.length > MOST_ITEMS) return undefined;
	const { lintSteps } = await import('$lib/banks/lint/lint');
	const steps = lintSteps([{ ...bank, items: bank.items.map(asWritten) }]);
	for (let end = performance.now() + TURN_MS; ;) {
		if (stopped()) return undefined;
		const step = steps.next();
		if (step.done === true) return step.value.filter(({ severity }) => severity !== 'info');
		if (performance.now() < end) continue;
		await new Promise((resolve) => setTimeout(resolve));
		end = performance.now() + TURN_MS;
	}
}
