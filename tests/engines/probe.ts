// Whether a browser that is here can be driven at all, before anything of Milium comes into it: a container may forbid what it needs,
// and a later version may speak another language. `tsx probe.ts firefox` ends with 0 where it can.
import { ENGINES } from '../../src/tools/browsers.js';
import type { Driver } from './driver.js';
import { startPlaywright } from './playwright.js';
import { startWebKit } from './webkit.js';

const STARTS: Readonly<Record<(typeof ENGINES)[number], () => Promise<Driver>>> = {
	chromium: () => startPlaywright('chromium'),
	firefox: () => startPlaywright('firefox'),
	webkit: startWebKit
};

const start = Object.entries(STARTS).find(([engine]) => engine === process.argv[2])?.[1];
if (start === undefined) throw new Error(`Expected one of ${ENGINES.join(', ')}`);
const driver = await start();
try {
	await driver.goto('about:blank');
	const answer = await driver.run((number) => Promise.resolve(number + 1), 1);
	if (answer !== 2) throw new Error(`1 + 1 is ${String(answer)}`);
} finally {
	await driver.close();
}
