// F27 and F28: what F22 does in Chromium, in the other two engines: every text stands in some place of a question that is imported
// and answered. By the drivers of the journeys, since nothing else drives WebKitGTK.
import { missingFor } from '../../src/tools/browsers.js';
import type { Driver } from '../engines/driver.js';
import { answerHostile, HOSTILE } from '../engines/files.js';
import { host } from '../engines/host.js';
import { watch, wrongs } from '../engines/page.js';
import { startPlaywright } from '../engines/playwright.js';
import { startWebKit } from '../engines/webkit.js';
import { BUILDS } from './ground.js';
import { REFUSED } from './hostile.js';
import { hold, type Fault } from './types.js';
import { VECTORS } from './xss-vectors.js';

const BATCHES = {
	'the texts of tests/cases/hostile': HOSTILE,
	'the vectors of F22': VECTORS.filter((one) => !REFUSED.test(one))
};
const NAMES = Object.keys(BATCHES);

let webKit = 'WebKitGTK';
/** "WebKitGTK 2.50.6" once it has been started: it says so to nobody else. */
export const webKitVersion = () => webKit;

async function startNamed(engine: 'firefox' | 'webkit'): Promise<Driver> {
	if (engine === 'firefox') return startPlaywright(engine);
	const driver = await startWebKit();
	webKit = `${driver.engine} ${driver.version}`;
	return driver;
}

async function scriptsIn(driver: Driver, texts: readonly string[]): Promise<number> {
	const at = await host(BUILDS.root, '');
	try {
		await driver.goto(`${at.url}banks/`);
		await watch(driver);
		const made = await answerHostile(driver, at.url, texts);
		hold(made.length === 0, `a text became more than text: ${made.join('; ')}`);
		const wrong = [...at.faults, ...driver.foreign, ...(await wrongs(driver))];
		hold(wrong.length === 0, wrong.join('; '));
		return texts.length;
	} finally {
		await at.down();
	}
}

const inEngine = (id: string, name: 'firefox' | 'webkit', engine: Fault['engine']): Fault => ({
	id,
	title:
		'texts that have become script elsewhere, in every place of a question: imported, answered',
	promise: 'P8',
	engine,
	cases: NAMES,
	quick: 1,
	long: NAMES.length,
	missing: () => {
		const lacks = missingFor(name);
		return lacks.length === 0
			? undefined
			: `there is no ${engine}; on Debian: npm run engines -- --install`;
	},
	prepare: async () => {
		const driver = await startNamed(name);
		return {
			trial: (_dice, seed) => scriptsIn(driver, Object.values(BATCHES)[seed] ?? []),
			close: () => driver.close()
		};
	}
});

export const scriptsInFirefox = inEngine('F27', 'firefox', 'Firefox');
export const scriptsInWebKit = inEngine('F28', 'webkit', 'WebKitGTK');
