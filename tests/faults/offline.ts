// F21: every page by its own address and a hard reload, with the host dead.
import { visit } from './browsers.js';
import { BUILDS } from './ground.js';
import { startHost } from './host.js';
import { stored } from './network.js';
import { routesOf, type Route } from './routes.js';
import { hold, type Fault } from './types.js';

export const OFFLINE_TITLE =
	'every page by its own address and a hard reload with the host dead, at the root and in a folder';

/** Where a build may stand on a host. */
export const PLACES = [
	{ name: 'the root', dir: BUILDS.root, base: '' },
	{ name: '/milium', dir: BUILDS.folder, base: '/milium' }
] as const;

/** Pages whose heading is not the one they are written with; of a heading its beginning. */
export const UNWRITTEN: readonly Route[] = [
	{ path: 'no-such-page/', heading: 'There is no such page' },
	{ path: 'session/?new', heading: 'Question 1 of' }
];

async function everyRoute({ dir, base }: (typeof PLACES)[number]): Promise<number> {
	const host = await startHost([dir], base);
	const routes = routesOf(dir);
	hold(routes.length > 20, `only ${routes.length} pages were found`);
	const all = [...routes, ...UNWRITTEN];
	try {
		await visit(async ({ context }) => {
			const page = await context.newPage();
			await page.goto(`${host.url}settings/`);
			await stored(page);
			await host.kill();
			for (const { path, heading } of all) {
				await page.goto(host.url + path);
				const there = page.getByRole('heading', { level: 1, name: heading });
				await there.waitFor();
				await page.reload();
				await there.waitFor();
			}
		});
		return all.length;
	} finally {
		await host.close();
	}
}

export const offline: Fault = {
	id: 'F21',
	title: OFFLINE_TITLE,
	promise: 'P6',
	engine: 'Chromium',
	cases: PLACES.map((one) => one.name),
	quick: PLACES.length,
	long: PLACES.length,
	prepare: async () => ({
		trial: async (_dice, seed) => {
			const place = PLACES[seed];
			if (place === undefined) throw new Error(`There is no case ${seed}`);
			return everyRoute(place);
		},
		close: async () => undefined
	})
};
