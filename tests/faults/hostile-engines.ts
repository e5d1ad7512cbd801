// F27 and F28: what F22 does in Chromium, in the other two engines: every text stands in some place of a question that is imported
// and answered.
import type { Driver } from '../engines/driver.js';
import { answerHostile, HOSTILE } from '../engines/files.js';
import { host } from '../engines/host.js';
import { watch, wrongs } from '../engines/page.js';
import { inEngine } from './engine-drivers.js';
import { BUILDS } from './ground.js';
import { REFUSED } from './hostile.js';
import { hold } from './types.js';
import { VECTORS } from './xss-vectors.js';

const BATCHES = {
	'the texts of tests/cases/hostile': HOSTILE,
	'the vectors of F22': VECTORS.filter((one) => !REFUSED.test(one))
};
const NAMES = Object.keys(BATCHES);

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

const scripts = (id: string, engine: Parameters<typeof inEngine>[0]) =>
	inEngine(
		engine,
		{
			id,
			title:
				'texts that have become script elsewhere, in every place of a question: imported, answered',
			promise: 'P8',
			cases: NAMES
		},
		(driver, seed) => scriptsIn(driver, Object.values(BATCHES)[seed] ?? [])
	);

export const scriptsInFirefox = scripts('F27', 'Firefox');
export const scriptsInWebKit = scripts('F28', 'WebKitGTK');
