// One browser for all faults that need no profile on disk: a fresh context for each trial.
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions
} from 'playwright-core';
import { findChromium } from '../../src/tools/chromium.js';
import { equip, Memory } from './learner.js';
import { hold } from './types.js';

let browser: Promise<Browser> | undefined;
let users = 0;

async function launch(): Promise<Browser> {
	const executablePath = findChromium();
	if (executablePath === undefined)
		throw new Error('No Chromium found; set MILIUM_CHROMIUM to one');
	return chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update'
		]
	});
}

/** A context that is watched: what goes against a promise on any of its pages is in `broken`. */
export interface Visit {
	readonly context: BrowserContext;
	readonly memory: Memory;
	readonly broken: string[];
}

/** Runs in a fresh context, and fails where a page broke the policy or failed unseen, but for what is `expected`. */
export async function visit<T>(
	work: (visit: Visit) => Promise<T>,
	{ expected, ...options }: BrowserContextOptions & { readonly expected?: RegExp } = {}
): Promise<T> {
	users += 1;
	browser ??= launch();
	const broken: string[] = [];
	let context: BrowserContext | undefined;
	try {
		context = await (
			await browser
		).newContext({ viewport: { width: 1280, height: 900 }, ...options });
		const memory = new Memory();
		await equip(context, memory);
		context.on('weberror', (error) => broken.push(`uncaught: ${error.error().message}`));
		await context.exposeFunction('reportViolation', (text: string) => broken.push(text));
		await context.addInitScript(() => {
			document.addEventListener('securitypolicyviolation', (event) => {
				(globalThis as unknown as { reportViolation: (text: string) => void }).reportViolation(
					`policy: ${event.violatedDirective} ${event.blockedURI}`
				);
			});
		});
		const result = await work({ context, memory, broken });
		const unexpected = broken.filter((one) => expected?.test(one) !== true);
		hold(unexpected.length === 0, unexpected.join('; '));
		return result;
	} finally {
		await context?.close();
		users -= 1;
		if (users === 0) {
			const done = browser;
			browser = undefined;
			await (await done)?.close();
		}
	}
}
