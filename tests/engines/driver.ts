// What a journey may ask of a browser. One journey, three engines: nothing here belongs to any one of them.

/** What a learner looks for: what it is and what it is called. */
export interface Named {
	readonly role: 'alert' | 'button' | 'heading' | 'link' | 'radio' | 'status' | 'table';
	/** The accessible name; of a heading its beginning, of `status` and `alert` a part of the text. */
	readonly name: string;
}

/** A browser with one page in it. */
export interface Driver {
	readonly engine: string;
	readonly version: string;
	/** Requests to any other origin that the page tried. */
	readonly foreign: readonly string[];
	goto(url: string): Promise<void>;
	reload(): Promise<void>;
	/** Runs a function in the page; what it needs must come in as its argument. */
	run<A, R>(work: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
	/** Waits until it is on the page. */
	see(what: Named): Promise<void>;
	/** Waits for it and clicks it, as a hand would. */
	press(what: Named): Promise<void>;
	/** Clicks the one of the elements a CSS selector finds. */
	click(selector: string, at?: number): Promise<void>;
	/** Chooses from a list. */
	choose(selector: string, at: number, option: number): Promise<void>;
	/** Types into a field. */
	type(selector: string, at: number, text: string): Promise<void>;
	/** Gives a file to a file field. */
	upload(selector: string, path: string): Promise<void>;
	close(): Promise<void>;
}

/**
 * Runs in the page before what is sent there. What turns TypeScript into JavaScript for the faults keeps the names of functions by
 * a function of its own, which a page does not have.
 */
export const KEEP_NAMES = 'globalThis.__name = (one) => one;';

const EACH_MS = 100;
/** Long, because the machine may be busy; a journey that goes well never waits for it. */
export const PATIENCE_MS = 240_000;

/** Asks until the answer is neither undefined nor false. */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined | false>,
	patience = PATIENCE_MS
): Promise<T> {
	const end = Date.now() + patience;
	let last: unknown;
	do {
		try {
			const answer = await ask();
			if (answer !== undefined && answer !== false) return answer;
		} catch (error) {
			// A page that is just changing cannot answer.
			last = error;
		}
		await new Promise((resolve) => setTimeout(resolve, EACH_MS));
	} while (Date.now() < end);
	const reason = last instanceof Error ? `: ${last.message}` : '';
	throw new Error(`Waited ${patience / 1000} s for ${what}${reason}`);
}
