// Tells what hangs from what is slow: the one says nothing more, the other goes on answering, and a page that stood still itself has
// heard nothing meanwhile.
import { TimedOut } from './errors.js';

/**
 * A time is waited for in so many looks. A device that was asleep, or a page that was busy with something else, has missed
 * looks, so that what answered meanwhile is heard before it is given up.
 */
const LOOKS = 8;
/** Everything by which a connection to the database shows that it is alive. */
const SIGNS = ['success', 'error', 'complete', 'abort'];

/** Counts what a connection answers. */
export class Pulse {
	beats = 0;

	/** Listens to a connection from now on. Events of its requests and transactions pass by it on their way. */
	listen(to: EventTarget): void {
		for (const sign of SIGNS) to.addEventListener(sign, () => (this.beats += 1), true);
	}
}

/**
 * The promise, or a rejection with `TimedOut` once `ms` have passed without it, of which the page was awake; with a `pulse` once
 * for so long nothing has been heard at all.
 */
export function within<T>(
	ms: number,
	what: string,
	promise: PromiseLike<T>,
	pulse: Pick<Pulse, 'beats'> = { beats: 0 }
): Promise<T> {
	return new Promise((resolve, reject) => {
		let [silent, before] = [0, pulse.beats];
		const look = () => {
			silent = pulse.beats === before ? silent + 1 : 0;
			before = pulse.beats;
			if (silent < LOOKS) timer = setTimeout(look, ms / LOOKS);
			else reject(new TimedOut(`${what} did not answer within ${ms} ms`));
		};
		let timer = setTimeout(look, ms / LOOKS);
		promise.then(
			(value) => {
				clearTimeout(timer);
				resolve(value);
			},
			(error: unknown) => {
				clearTimeout(timer);
				reject(error instanceof Error ? error : new Error(String(error), { cause: error }));
			}
		);
	});
}
