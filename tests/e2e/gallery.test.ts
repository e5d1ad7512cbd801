// Every item type in every state: held against axe in every look, and completed by keys alone and by clicks alone.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BaseItem } from '../../src/lib/items/contract.js';
import { ITEM_TYPES, itemTypeOf } from '../../src/lib/items/registry.js';
import { answerByKey, clicks, keys, type Hand } from './answering.js';
import { closeBrowser, open, respond, type Watched } from './app.js';
import { findings, type Rules } from './findings.js';

const ITEMS = Object.entries(
	import.meta.glob<BaseItem>('../fixtures/items/**/*.json', { eager: true, import: 'default' })
).map(([path, item]) => ({ name: path.split('/').at(-1)?.replace('.json', '') ?? '', item }));
const STATES = 7;

let app: Watched;
const gallery = async (query: string) => {
	app = await open(`${inject('root')}gallery/${query}`);
	await app.page.locator('[data-gallery]').waitFor();
};
const leave = async () => {
	const { faults } = app;
	await app.close();
	expect(faults).toEqual([]);
};
afterAll(closeBrowser);

describe('looks', () => {
	beforeAll(async () => {
		await gallery('');
		const { page } = app;
		await page.locator('article details').evaluateAll((all) => {
			for (const one of all as HTMLDetailsElement[]) one.open = true;
		});
		await page.waitForFunction(() => !/Adding it up…|Fetching/.test(document.body.innerText));
	});
	afterAll(leave);

	test('every item stands there in every state, and once to try', async () => {
		const headings = await app.page.locator('article h3').allTextContents();
		expect(headings).toHaveLength(ITEMS.length * (STATES + 1));
		expect(new Set(headings).size).toBe(headings.length);
		expect(ITEMS.map(({ item }) => item.type)).toEqual(
			expect.arrayContaining(ITEM_TYPES.map(({ id }) => id))
		);
		expect(await app.page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
		const ledgers = app.page.getByRole('table', { name: 'Each choice with its mark' });
		const checked = await app.page.locator('article').filter({ hasText: 'How this was scored' });
		expect(await ledgers.count()).toBe(await checked.count());
	});

	interface Look {
		readonly name: string;
		readonly rules: Rules;
		readonly media?: Parameters<Page['emulateMedia']>[0];
		readonly width?: number;
		readonly dir?: 'rtl';
	}
	const LOOKS: readonly Look[] = [
		{ name: 'light', rules: 'all' },
		{ name: '320 px', rules: 'all', width: 320 },
		{ name: 'dark', rules: 'colours', media: { colorScheme: 'dark' } },
		{ name: 'forced colours', rules: 'colours', media: { forcedColors: 'active' } },
		{ name: 'right to left', rules: 'layout', dir: 'rtl' },
		{ name: 'right to left at 320 px', rules: 'layout', dir: 'rtl', width: 320 }
	];
	test.each(LOOKS)('$name', async ({ rules, media, width = 1280, dir = 'ltr' }) => {
		const { page } = app;
		await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
		await page.setViewportSize({ width, height: 900 });
		await page.evaluate((value) => (document.documentElement.dir = value), dir);
		expect(await findings(page, rules)).toEqual([]);
	});
});

describe.each([
	{ way: 'keys', hand: keys },
	{ way: 'clicks', hand: clicks }
])('completed by $way', ({ hand }) => {
	beforeAll(() => gallery('?state=try'));
	afterAll(leave);

	test.each(ITEMS)('$name', async ({ name, item }) => {
		const entry = app.page.getByRole('article', { name: `${name}: to try`, exact: true });
		const question = entry.locator('[data-question]');
		const { max } = itemTypeOf(item).score(item, itemTypeOf(item).key(item));
		await answerByKey(question, item, hand);
		await pressButton(entry, 'Check answer', hand);
		const result = `Correct. ${max} of ${max} ${max === 1 ? 'point' : 'points'}`;
		await expect.poll(() => entry.getByRole('status').first().innerText()).toBe(result);
		await pressButton(entry, 'Change my answer', hand);
		expect(await question.getAttribute('data-complete')).toBe('true');
		await pressButton(entry, 'Clear my answer', hand);
		expect(await question.getAttribute('data-complete')).toBe('false');
		await pressButton(entry, 'Check answer', hand);
		expect(await entry.getByRole('alert').innerText()).toMatch(/Then check your answer\.$/);
	});
});

describe('answered by the clicks of the other tests', () => {
	beforeAll(() => gallery('?state=try'));
	afterAll(leave);

	test.each(ITEMS)('$name', async ({ name }) => {
		const entry = app.page.getByRole('article', { name: `${name}: to try`, exact: true });
		await respond(entry);
		await pressButton(entry, 'Check answer', clicks);
		const result = entry.getByRole('status').first();
		await expect.poll(() => result.innerText()).toMatch(/\. \d+ of \d+ points?$/);
	});

	test('?type and ?state show one alone', async () => {
		await app.page.goto(`${inject('root')}gallery/?type=bow-tie&state=wrong`);
		await app.page.getByRole('article', { name: 'bow-tie: Checked, wrong' }).waitFor();
		expect(await app.page.getByRole('article').count()).toBe(1);
	});
});

async function pressButton(entry: Locator, name: string, hand: Hand): Promise<void> {
	await hand.press(entry.getByRole('button', { name, exact: true }));
}
