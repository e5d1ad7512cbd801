// Every route opens from a cold start with the network off, at the root of a host and in a folder.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, storedForOffline } from './app.js';
import { ROUTES } from './routes.js';

afterAll(closeBrowser);

test.each(['root', 'folder'] as const)('every route opens offline: %s', async (where) => {
	const base = inject(where);
	const { page, context, faults, close } = await open(base);
	await storedForOffline(page);
	await context.setOffline(true);
	for (const { path, heading } of ROUTES) {
		await page.goto(base + path);
		await page.getByRole('heading', { level: 1, name: heading }).waitFor();
		await page.reload();
		await page.getByRole('heading', { level: 1, name: heading }).waitFor();
	}
	expect(faults).toEqual([]);
	await close();
});
