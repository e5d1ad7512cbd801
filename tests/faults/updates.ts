// F15: updates and installations with two tabs and a host that lies, fails and goes back. Nothing is reloaded that the learner did
// not ask for, no draft is lost, and a spoilt installation heals at the next visit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { readList } from '../../src/tools/precache-integrity.js';
import { visit } from './browsers.js';
import { BUILDS, type Ground } from './ground.js';
import { startHost, type Answer, type Host } from './host.js';
import { eventually, PATIENCE_MS, respond } from './learner.js';
import { makeRelease } from './releases.js';
import { hold, type Fault } from './types.js';

/** How a browser tells that a part of the app is not there; the app answers it by itself. */
const GONE = /Unable to preload CSS|Failed to fetch dynamically imported module/;

interface Stage {
	readonly host: Host;
	readonly context: BrowserContext;
	readonly releases: readonly string[];
}

const QUIET_MS = 400;
const TURN_MS = 50;
/** Turns from one look for a new version to the next. */
const LOOK_EVERY = 40;
const quiet = (page: Page) => page.waitForTimeout(QUIET_MS);
const release = (page: Page) => page.evaluate(() => document.documentElement.dataset['release']);
const offer = (page: Page) => page.getByRole('button', { name: 'Update now' });
const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 1, name });
const atRelease = (page: Page, number: number) =>
	page.waitForFunction(
		(wanted) => document.documentElement.dataset['release'] === wanted,
		String(number)
	);
/** Makes a page look for a new version, as coming back online does. */
const lookForUpdate = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** Does so until something has come of it: a page that was just loaded does not listen yet, and a look at the host that is still
 * under way takes the place of the next one. */
async function lookUntil(page: Page, done: () => Promise<boolean>): Promise<void> {
	const end = Date.now() + PATIENCE_MS;
	for (let turn = 0; !(await done()); turn += 1) {
		if (Date.now() > end) throw new Error('Looking for a new version comes to nothing');
		if (turn % LOOK_EVERY === 0) await lookForUpdate(page);
		await page.waitForTimeout(TURN_MS);
	}
}

/** The host has a new release: waits until a page offers it. */
const offered = (page: Page) => lookUntil(page, () => offer(page).isVisible());

/** Waits until no look at the host is under way any more. */
const settled = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update().catch(() => undefined);
	});

function countLoads(page: Page): { loads: number } {
	const counted = { loads: 0 };
	page.on('load', () => (counted.loads += 1));
	return counted;
}

async function openPage({ host, context }: Stage, path = ''): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.url + path);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	return page;
}

async function installed(page: Page): Promise<void> {
	await eventually(page, async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return (
			registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null
		);
	});
}

/** A question with a response that has not been checked: a draft. */
async function withDraft(
	stage: Stage
): Promise<{ page: Page; draft: string; loads: { loads: number } }> {
	const page = await openPage(stage, 'session/?new');
	await heading(page, /^Question 1 of/).waitFor();
	await respond(page);
	await page.locator('[data-saving="saved"]').waitFor();
	return { page, draft: await draftOf(page), loads: countLoads(page) };
}

/** Everything that is chosen or written on the question. */
const draftOf = (page: Page): Promise<string> =>
	page
		.locator('[data-question]')
		.evaluate((question) =>
			JSON.stringify([
				[...question.querySelectorAll('input, select')].map((one) =>
					one instanceof HTMLInputElement
						? [one.checked, one.value]
						: (one as HTMLSelectElement).value
				),
				[...question.querySelectorAll('[aria-pressed]')].map((one) =>
					one.getAttribute('aria-pressed')
				)
			])
		);

async function keepsDraft(page: Page, draft: string): Promise<void> {
	hold((await draftOf(page)) === draft, 'the draft is not the one that was given');
	await page.getByRole('button', { name: 'Check answer' }).click();
	await page
		.getByRole('status')
		.filter({ hasText: /\d+ of \d+ points?/ })
		.waitFor();
	await page.locator('[data-saving="saved"]').waitFor();
}

const portal: Answer = { status: 200, body: '<h1>Welcome to the hotel</h1>' };
const busy: Answer = { status: 503, body: 'later' };

/** A part of the app that only the worker asks for while a person is at home: a bank. */
function partWithBank(dir: string): string {
	const { entries } = readList(readFileSync(join(dir, 'sw.js'), 'utf8'));
	const found = entries.find(
		({ url }) => url.endsWith('.js') && readFileSync(join(dir, url), 'utf8').includes('CC-BY-4.0')
	);
	if (found === undefined) throw new Error('No part of the app holds a bank');
	return `/${found.url}`;
}

/** Whether anything stored is what the host answered wrongly. */
const keepsALie = (page: Page) =>
	page.evaluate(
		async (lies) => {
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const request of await cache.keys()) {
					const text = (await (await cache.match(request))?.text()) ?? '';
					if (lies.includes(text)) return true;
				}
			}
			return false;
		},
		[portal.body, busy.body]
	);

/** Installs while one file is answered wrongly, then as it should be. */
async function spoilt(stage: Stage, answer: Answer | 'half'): Promise<void> {
	const { host } = stage;
	const part = partWithBank(stage.releases[0] ?? '');
	let lied = 0;
	host.wrong = (path) => {
		if (!path.endsWith(part)) return undefined;
		lied += 1;
		return answer;
	};
	const page = await openPage(stage, 'settings/');
	const end = Date.now() + PATIENCE_MS;
	while (lied === 0 && Date.now() < end) await page.waitForTimeout(TURN_MS);
	hold(lied > 0, 'the worker does not ask for a part of the app');
	// The attempt is over, one way or the other, before the host says the truth again.
	await eventually(page, async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return registration === undefined || registration.installing === null;
	});
	const active = await page.evaluate(
		async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? 'none'
	);
	hold(active === 'none', 'a worker with a wrong file was installed');
	host.wrong = undefined;
	await page.reload();
	await installed(page);
	hold(!(await keepsALie(page)), 'what the host said wrongly is kept');
	host.wrong = () => 'drop';
	await page.goto(`${host.url}practice/`);
	await heading(page, 'Build a quiz').waitFor();
	await page.goto(`${host.url}session/?new`);
	await heading(page, /^Question 1 of/).waitFor();
}

const SCENARIOS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
	'accepted in one tab, followed by the other at its next page': async (stage) => {
		const first = await openPage(stage);
		await installed(first);
		const second = await openPage(stage, 'settings/');
		stage.host.release = 1;
		const [one, two] = [countLoads(first), countLoads(second)];
		await offered(first);
		await offer(second).waitFor();
		await quiet(second);
		hold(one.loads + two.loads === 0, 'a page was reloaded before anybody accepted');
		await offer(first).click();
		await atRelease(first, 1);
		// It knows by now that its release is gone.
		await offer(second).waitFor({ state: 'hidden' });
		await quiet(second);
		hold(two.loads === 0 && (await release(second)) === '0', 'the other tab was reloaded');
		await second.getByRole('link', { name: 'Progress' }).click();
		await atRelease(second, 1);
		await heading(second, 'Progress').waitFor();
	},
	'accepted while another tab holds a half-given answer': async (stage) => {
		const first = await openPage(stage);
		await installed(first);
		const { page, draft, loads } = await withDraft(stage);
		stage.host.release = 1;
		await offered(first);
		await offer(first).click();
		await atRelease(first, 1);
		await quiet(page);
		hold((await offer(page).count()) === 0, 'the update is offered in the middle of a question');
		await keepsDraft(page, draft);
		hold(loads.loads === 0, 'the tab with the answer was reloaded');
		await page.reload();
		await page
			.getByRole('status')
			.filter({ hasText: /\d+ of \d+ points?/ })
			.waitFor();
	},
	'taken by itself when every window was closed': async (stage) => {
		const page = await openPage(stage);
		await installed(page);
		const { page: quiz, draft } = await withDraft(stage);
		const address = quiz.url();
		stage.host.release = 1;
		await offered(page);
		await page.close();
		await quiz.goto('about:blank');
		// The last page of the old release is gone, so that the waiting one takes over. A busy browser takes its time to notice.
		for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
			await quiz.goto(address);
			await heading(quiz, /^Question 1 of/).waitFor();
			if ((await release(quiz)) === '1') break;
			await quiz.goto('about:blank');
			await quiz.waitForTimeout(300);
		}
		hold((await release(quiz)) === '1', 'the new release is not taken');
		await keepsDraft(quiz, draft);
	},
	'parts of the old release gone before it was stored': async (stage) => {
		stage.host.wrong = (path) => (path.endsWith('/sw.js') ? { status: 404, body: '' } : undefined);
		const { page, draft, loads } = await withDraft(stage);
		const address = page.url();
		stage.host.release = 1;
		await page.getByRole('link', { name: 'Leave' }).click();
		await heading(page, 'Tell milia apart').waitFor();
		await page.getByRole('link', { name: 'Learn' }).first().click();
		await heading(page, 'Learn').waitFor();
		await atRelease(page, 1);
		hold(loads.loads <= 2, `${loads.loads} pages were loaded`);
		await page.goto(address);
		await heading(page, /^Question 1 of/).waitFor();
		await keepsDraft(page, draft);
	},
	'parts of the old release gone and the host away': async (stage) => {
		stage.host.wrong = (path) => (path.endsWith('/sw.js') ? { status: 404, body: '' } : undefined);
		const { page, draft } = await withDraft(stage);
		const address = page.url();
		stage.host.wrong = () => 'drop';
		await page.getByRole('link', { name: 'Leave' }).click();
		await quiet(page);
		stage.host.wrong = undefined;
		stage.host.release = 1;
		await page.goto(address);
		await heading(page, /^Question 1 of/).waitFor();
		await keepsDraft(page, draft);
	},
	'installed through a hotel that answers with its own page': (stage) => spoilt(stage, portal),
	'installed from a host that is busy, or half done': async (stage) => {
		await spoilt(stage, busy);
	},
	'the worker answered with a page, a redirection, nothing; then rolled back': async (stage) => {
		const page = await openPage(stage);
		await installed(page);
		const loads = countLoads(page);
		const lies: (Answer | 'drop')[] = [
			portal,
			busy,
			{ status: 404, body: '' },
			{ status: 302, body: '', headers: { location: stage.host.url } },
			'drop'
		];
		for (const lie of lies) {
			let told = false;
			stage.host.wrong = (path) => {
				if (!path.endsWith('/sw.js')) return undefined;
				told = true;
				return lie;
			};
			await lookUntil(page, async () => told);
			await settled(page);
		}
		stage.host.wrong = undefined;
		hold((await offer(page).count()) === 0, 'a lie is offered as an update');
		for (const next of [1, 0]) {
			stage.host.release = next;
			await offered(page);
			await offer(page).click();
			await atRelease(page, next);
			await offer(page).waitFor({ state: 'hidden' });
		}
		hold(loads.loads === 2, `${loads.loads} loads for two updates`);
	}
};

const BASES = ['', '/milium'] as const;
const NAMES = Object.keys(SCENARIOS).flatMap((name) =>
	BASES.map((base) => `${name}, at ${base === '' ? 'the root' : base}`)
);

async function prepareHost(ground: Ground, base: (typeof BASES)[number]): Promise<string[]> {
	return [0, 1].map((number) => {
		const dir = ground.folder();
		makeRelease(base === '' ? BUILDS.root : BUILDS.folder, dir, base, number);
		return dir;
	});
}

export const updates: Fault = {
	id: 'F15',
	title: 'updates and installations with two tabs and a host that lies, fails and rolls back',
	promise: 'P5',
	engine: 'Chromium',
	cases: NAMES,
	// Each at the root, which is every other one; the rest differ by their base path alone.
	quick: Object.keys(SCENARIOS).length,
	long: NAMES.length,
	prepare: async (ground) => {
		const dirs = new Map<string, Promise<string[]>>();
		const names = Object.keys(SCENARIOS);
		return {
			trial: async (_dice, seed) => {
				const base = BASES[seed % BASES.length] ?? '';
				const scenario = SCENARIOS[names[Math.floor(seed / BASES.length)] ?? ''];
				if (scenario === undefined) throw new Error(`There are ${NAMES.length} cases`);
				const made = dirs.get(base) ?? prepareHost(ground, base);
				dirs.set(base, made);
				const releases = await made;
				const host = await startHost(releases, base);
				try {
					await visit(({ context }) => scenario({ host, context, releases }), { expected: GONE });
				} finally {
					await host.close();
				}
			},
			close: async () => undefined
		};
	}
};
