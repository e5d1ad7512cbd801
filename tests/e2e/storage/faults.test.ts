// A real Chromium whose storage is torn, deleted, filled up or shared.
import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFast, call, newPage, startPage, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
	site = await startSite();
});
afterAll(() => site.close());

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

/** The log of the database on disk: LevelDB's newest and largest. */
function databaseLog(profile: string): string {
	const folder = join(profile, 'Default/IndexedDB');
	const store = readdirSync(folder).find((name) => name.endsWith('.leveldb')) ?? '';
	const logs = readdirSync(join(folder, store))
		.filter((name) => name.endsWith('.log'))
		.map((name) => join(folder, store, name))
		.sort((a, b) => statSync(b).size - statSync(a).size);
	return logs[0] ?? '';
}

async function visit<T>(
	profile: string,
	work: (page: Awaited<ReturnType<typeof startPage>>['page']) => Promise<T>
): Promise<T> {
	const browser = await startPage(site, profile);
	try {
		return await work(browser.page);
	} finally {
		await browser.quit();
	}
}

it('brings everything back after a torn log, which makes Chromium erase the database', async () => {
	const profile = site.profile();
	await visit(profile, async (page) => {
		await call(page, 'open');
		await call(page, 'begin', 's');
		await answerFast(page, 's', [0, 300]);
	});
	const log = databaseLog(profile);
	truncateSync(log, statSync(log).size - 40);
	const restored: number[] = [];
	for (const range of [
		[300, 320],
		[320, 321]
	] as const) {
		await visit(profile, async (page) => {
			restored.push((await call(page, 'open')).restored);
			await answerFast(page, 's', range);
		});
	}
	await visit(profile, async (page) => {
		restored.push((await call(page, 'open')).restored);
		const { answered, summary, frozen } = await call(page, 'session', 's');
		expect(inOrder(answered)).toEqual(upTo(321));
		expect(summary).toMatchObject({ answered: 321, points: 321 });
		expect(frozen).toBe(2);
		expect(await call(page, 'rebuild')).toMatchObject({ corrected: 0 });
	});
	console.log(`Answers restored at the three starts: ${restored.join(', ')}`);
});

describe('storage that is deleted under an open page', () => {
	it.each(['indexeddb', 'all'])(
		'is not written to as if nothing had happened: %s',
		async (storageTypes) => {
			const profile = site.profile();
			const status = await visit(profile, async (page) => {
				await call(page, 'open');
				await call(page, 'begin', 's');
				await answerFast(page, 's', [0, 20]);
				const session = await page.context().newCDPSession(page);
				await session.send('Storage.clearDataForOrigin', { origin: site.origin, storageTypes });
				expect(await call(page, 'answer', 's', 20)).toEqual({ ok: true });
				const { answered, summary } = await call(page, 'session', 's');
				expect(inOrder(answered)).toEqual(upTo(21));
				expect(summary).toMatchObject({ answered: 21 });
				return call(page, 'status');
			});
			expect(status).toMatchObject({ mode: 'database', journal: 'opfs', restored: 21 });
			await visit(profile, async (page) => {
				expect(await call(page, 'open')).toMatchObject({ restored: 0 });
				expect(inOrder((await call(page, 'session', 's')).answered)).toEqual(upTo(21));
			});
		}
	);
});

it('brings back what two open tabs have answered, by the first of them that notices', async () => {
	const browser = await startPage(site, site.profile());
	const tabs = [browser.page, await newPage(site, browser)] as const;
	for (const [index, tab] of tabs.entries()) {
		await call(tab, 'open');
		await call(tab, 'begin', `s${index}`);
		await answerFast(tab, `s${index}`, [0, 10]);
	}
	const session = await browser.context.newCDPSession(tabs[0]);
	await session.send('Storage.clearDataForOrigin', {
		origin: site.origin,
		storageTypes: 'indexeddb'
	});
	expect(await call(tabs[0], 'answer', 's0', 10)).toEqual({ ok: true });
	expect(inOrder((await call(tabs[0], 'session', 's1')).answered)).toEqual(upTo(10));
	expect(await call(tabs[1], 'answer', 's1', 10)).toEqual({ ok: true });
	for (const id of ['s0', 's1']) {
		expect(inOrder((await call(tabs[1], 'session', id)).answered)).toEqual(upTo(11));
	}
	expect(await call(tabs[1], 'rows')).toMatchObject({ events: 24, attempts: 22 });
	await browser.quit();
});

describe('a full disk', () => {
	const FILLER = 20_000;
	const override = (session: CDPSession, quotaSize?: number) =>
		session.send('Storage.overrideQuotaForOrigin', {
			origin: site.origin,
			...(quotaSize !== undefined && { quotaSize })
		});

	it('is told, leaves nothing half-written, and saving works once there is space', async () => {
		await visit(site.profile(), async (page) => {
			const session = await page.context().newCDPSession(page);
			// Before the first use: Chromium remembers the space that was free.
			await override(session, 300_000);
			await call(page, 'open');
			await call(page, 'begin', 's');
			let saved = 0;
			let last = await call(page, 'answer', 's', saved, FILLER);
			while (last.ok && saved < 100) {
				saved += 1;
				last = await call(page, 'answer', 's', saved, FILLER);
			}
			expect(saved).toBeGreaterThan(0);
			expect(last).toMatchObject({ ok: false, problem: { code: 'full' } });
			expect((await call(page, 'status')).problem).toMatchObject({ code: 'full' });
			const full = await call(page, 'session', 's');
			expect(inOrder(full.answered)).toEqual(upTo(saved));
			expect(full.summary).toMatchObject({ answered: saved, points: saved });
			expect(await call(page, 'rows')).toMatchObject({ events: saved + 1, attempts: saved });
			expect(await call(page, 'total')).toBe(saved);

			await override(session);
			expect(await call(page, 'answer', 's', saved, FILLER)).toEqual({ ok: true });
			expect(await call(page, 'status')).not.toHaveProperty('problem');
			expect(inOrder((await call(page, 'session', 's')).answered)).toEqual(upTo(saved + 1));
			console.log(`Full after ${saved} answers; ${JSON.stringify(await call(page, 'status'))}`);
		});
	});
});

it('keeps 400 of 400 answers from two tabs in one session, each once', async () => {
	const browser = await startPage(site, site.profile());
	const tabs = [browser.page, await newPage(site, browser)] as const;
	for (const tab of tabs) await call(tab, 'open');
	await call(tabs[0], 'begin', 's');
	const times = await Promise.all([
		answerFast(tabs[0], 's', [0, 200]),
		answerFast(tabs[1], 's', [200, 400])
	]);
	for (const tab of tabs) {
		const { answered, summary } = await call(tab, 'session', 's');
		expect(inOrder(answered)).toEqual(upTo(400));
		expect(summary).toMatchObject({ answered: 400, points: 400 });
		expect((await call(tab, 'heard')).length).toBeGreaterThanOrEqual(200);
	}
	expect(await call(tabs[0], 'rows')).toMatchObject({ events: 401, attempts: 400, items: 400 });
	expect(await call(tabs[0], 'total')).toBe(400);
	expect(await call(tabs[1], 'rebuild')).toMatchObject({ events: 401, corrected: 0 });
	const sorted = times.flat().sort((a, b) => a - b);
	console.log(`Two tabs: median ${sorted[200]?.toFixed(1)} ms, p95 ${sorted[380]?.toFixed(1)} ms`);
	await browser.quit();
});
