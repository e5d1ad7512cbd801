// F21: every page by its own address and a hard reload, with the host dead.
import { visit } from './browsers.js';
import { BUILDS, type Ground } from './ground.js';
import { startHost } from './host.js';
import { stored } from './network.js';
import { routesOf } from './routes.js';
import { hold, type Fault } from './types.js';

const CASES = ['the root', '/milium'] as const;

async function everyRoute(_ground: Ground, place: (typeof CASES)[number]): Promise<number> {
	const dir = place === 'the root' ? BUILDS.root : BUILDS.folder;
	const host = await startHost([dir], place === 'the root' ? '' : place);
	const routes = routesOf(dir);
	hold(routes.length > 20, `only ${routes.length} pages were found`);
	try {
		await visit(async ({ context }) => {
			const page = await context.newPage();
			await page.goto(`${host.url}settings/`);
			await stored(page);
			await host.kill();
			for (const { path, heading } of routes) {
				await page.goto(host.url + path);
				const there = page.getByRole('heading', { level: 1, name: heading });
				await there.waitFor();
				await page.reload();
				await there.waitFor();
			}
			await page.goto(`${host.url}no-such-page/`);
			await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor();
			await page.goto(`${host.url}session/?new`);
			await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();
		});
		return routes.length + 2;
	} finally {
		await host.close();
	}
}

export const offline: Fault = {
	id: 'F21',
	title:
		'every page by its own address and a hard reload with the host dead, at the root and in a folder',
	promise: 'P6',
	engine: 'Chromium',
	cases: CASES,
	quick: CASES.length,
	long: CASES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => everyRoute(ground, CASES[seed] ?? 'the root'),
		close: async () => undefined
	})
};
