// Every route opens from a cold start with the network off, at the root of a host and in a folder.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, storedForOffline } from './app.js';

const ROUTES = [
	{ path: '', heading: 'Tell milia apart' },
	{ path: 'practice/', heading: 'Build a quiz' },
	{ path: 'progress/', heading: 'Progress' },
	{ path: 'practice/contrast/', heading: 'Contrast practice' },
	{ path: 'review/', heading: 'Review' },
	{ path: 'results/', heading: 'Results' },
	{ path: 'settings/', heading: 'Settings' },
	{ path: 'banks/', heading: 'Question banks' },
	{ path: 'banks/review/?bank=diagnosis', heading: 'Clinical review' },
	{ path: 'banks/coverage/', heading: 'Coverage' },
	{ path: 'learn/', heading: 'Learn' },
	{ path: 'learn/milia-en-plaque/', heading: 'Milia en plaque' },
	{ path: 'learn/glossary/', heading: 'Glossary' },
	{ path: 'learn/disagreements/', heading: 'Where sources disagree' },
	{ path: 'learn/advice/', heading: 'When to seek advice' },
	{ path: 'illustrations/', heading: 'Illustrations' },
	{ path: 'session/?new', heading: 'Question 1 of 10' },
	{ path: 'no-such-page/', heading: 'There is no such page' }
];

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
