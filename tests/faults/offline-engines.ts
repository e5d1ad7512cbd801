// F29 and F30: what F21 does in Chromium, in the other two engines.
import type { Driver } from '../engines/driver.js';
import { host } from '../engines/host.js';
import { storedForOffline } from '../engines/page.js';
import { inEngine } from './engine-drivers.js';
import { OFFLINE_TITLE, PLACES, UNWRITTEN } from './offline.js';
import { routesOf } from './routes.js';
import { hold } from './types.js';

async function everyRoute(driver: Driver, place: (typeof PLACES)[number]): Promise<number> {
	const at = await host(place.dir, place.base);
	try {
		const routes = routesOf(place.dir);
		hold(routes.length > 20, `only ${routes.length} pages were found`);
		await driver.goto(`${at.url}settings/`);
		await storedForOffline(driver);
		await at.down();
		const all = [...routes, ...UNWRITTEN];
		for (const { path, heading } of all) {
			await driver.goto(at.url + path);
			await driver.see({ role: 'heading', name: heading });
			await driver.reload();
			await driver.see({ role: 'heading', name: heading });
		}
		return all.length;
	} finally {
		await at.down();
	}
}

const offline = (id: string, engine: Parameters<typeof inEngine>[0]) =>
	inEngine(
		engine,
		{ id, title: OFFLINE_TITLE, promise: 'P6', cases: PLACES.map((one) => one.name) },
		(driver, seed) => {
			const place = PLACES[seed];
			if (place === undefined) throw new Error(`There is no case ${seed}`);
			return everyRoute(driver, place);
		}
	);

export const offlineInFirefox = offline('F29', 'Firefox');
export const offlineInWebKit = offline('F30', 'WebKitGTK');
