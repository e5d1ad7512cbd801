// The engines beside Chromium, by the drivers of the journeys, since nothing else drives WebKitGTK.
import { missingFor } from '../../src/tools/browsers.js';
import type { Driver } from '../engines/driver.js';
import { startPlaywright } from '../engines/playwright.js';
import { startWebKit } from '../engines/webkit.js';
import type { Fault } from './types.js';

let webKit = 'WebKitGTK';
/** "WebKitGTK 2.50.6" once it has been started: it says so to nobody else. */
export const webKitVersion = () => webKit;

type Other = 'Firefox' | 'WebKitGTK';

async function start(engine: Other): Promise<Driver> {
	if (engine === 'Firefox') return startPlaywright('firefox');
	const driver = await startWebKit();
	webKit = `${driver.engine} ${driver.version}`;
	return driver;
}

/** A fault with a list of cases in another engine than Chromium; `trial` gets one browser for all of them, and the case's place. */
export function inEngine(
	engine: Other,
	fault: Required<Pick<Fault, 'id' | 'title' | 'promise' | 'cases'>>,
	trial: (driver: Driver, seed: number) => Promise<number>
): Fault {
	return {
		...fault,
		engine,
		quick: 1,
		long: fault.cases.length,
		missing: () =>
			missingFor(engine === 'Firefox' ? 'firefox' : 'webkit').length === 0
				? undefined
				: `there is no ${engine}; on Debian: npm run engines -- --install`,
		prepare: async () => {
			const driver = await start(engine);
			return {
				trial: (_dice, seed) => trial(driver, seed),
				close: () => driver.close()
			};
		}
	};
}
