// F22 and F23: hostile files brought in through the page: text that has become script elsewhere, and files that unpack, nest or
// repeat without end.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { visit, type Visit } from './browsers.js';
import type { Ground } from './ground.js';
import { dump } from './learner.js';
import { hold, type Fault } from './types.js';
import { VECTORS } from './xss-vectors.js';

interface BankFile {
	id: string;
	title: string;
	items: Record<string, unknown>[];
	[key: string]: unknown;
}

const bank = (): BankFile =>
	JSON.parse(readFileSync('questions/banks/diagnosis/bank.json', 'utf8')) as BankFile;

/** Fields that people read; ids and words of fixed lists stay as they are. */
const READ = new Set([
	'text',
	'stem',
	'scenario',
	'rationale',
	'teaching',
	'objective',
	'misconception',
	'title',
	'label'
]);

/** Puts vectors in front of every text, one after the other. */
function laced(value: unknown, next: () => string): unknown {
	if (Array.isArray(value)) return value.map((one) => laced(one, next));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [
			key,
			READ.has(key) && typeof one === 'string'
				? `${next()} ${one}`.slice(0, 1800)
				: laced(one, next)
		])
	);
}

/** Characters that the bank format refuses by itself. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
export const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufeff]/;

async function watched({ context, broken }: Visit): Promise<Page> {
	const page = await context.newPage();
	page.on('dialog', (dialog) => {
		broken.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	context.on('request', (request) => {
		if (request.url().includes('evil.invalid')) broken.push(`request to ${request.url()}`);
	});
	return page;
}

const ran = (page: Page) => page.evaluate(() => Reflect.get(globalThis, '__xss') !== undefined);

async function scripts(ground: Ground, batch: readonly string[]): Promise<number> {
	const usable = batch.filter((one) => !REFUSED.test(one));
	await visit(
		async (visited) => {
			const page = await watched(visited);
			const made = bank();
			let at = 0;
			const next = () => usable[at++ % usable.length] ?? '';
			const items = made.items
				.slice(0, 12)
				.map((item, index) => ({ ...(laced(item, next) as object), id: `x-${index}` }));
			const file = join(ground.folder(), 'hostile.json');
			const title = `Hostile ${usable[0] ?? ''}`.slice(0, 100);
			writeFileSync(
				file,
				JSON.stringify({
					...made,
					id: 'hostile',
					title,
					description: usable.join(' ').slice(0, 400),
					items
				})
			);
			await page.goto(`${ground.root}banks/`);
			await page.getByLabel('Import').setInputFiles(file);
			const install = page.getByRole('button', { name: 'Install', exact: true });
			const refused = page.getByRole('alert').filter({ hasText: 'cannot be imported' });
			await install.or(refused).first().waitFor();
			// Asked for only where it is there: its text would be waited for.
			const why = (await refused.isVisible()) ? await refused.innerText() : '';
			hold(why === '', `the bank was refused: ${why}`);
			await install.click();
			await page.getByText('is installed.').waitFor();
			hold(!(await ran(page)), 'a script ran in the preview');
			await page.goto(`${ground.root}banks/review/?bank=hostile`);
			await page.getByRole('heading', { level: 1 }).first().waitFor();
			await page.waitForTimeout(300);
			hold(!(await ran(page)), 'a script ran in the review');
			await page.goto(`${ground.root}practice/`);
			await page.locator('summary').filter({ hasText: 'Banks' }).click();
			await page.getByRole('checkbox', { name: /^Hostile/ }).check();
			await page.getByRole('button', { name: 'Start practice' }).click();
			await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();
			await page.evaluate(async () => {
				const { robot } = globalThis as unknown as {
					robot: { run: (most: number, pick: number, saved: () => void) => Promise<number> };
				};
				await robot.run(500, 1, () => undefined);
			});
			hold(!(await ran(page)), 'a script ran in a question');
			const links = await page
				.locator('main a[href]')
				.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).protocol));
			hold(
				links.every((one) => /^https?:$/.test(one)),
				`a link to ${links.join(' ')}`
			);
		},
		{ expected: /^policy: img-src/ }
	);
	return batch.length;
}

const SIZE = 40;
const BATCHES = Array.from({ length: Math.ceil(VECTORS.length / SIZE) }, (_, at) =>
	VECTORS.slice(at * SIZE, (at + 1) * SIZE)
);

export const scriptsAsText: Fault = {
	id: 'F22',
	title:
		'texts that have become script elsewhere, as questions of a bank: imported, reviewed and answered',
	promise: 'P8',
	engine: 'Chromium',
	cases: BATCHES.map((_, at) => `vectors from ${at * SIZE}`),
	quick: 2,
	long: BATCHES.length,
	prepare: async (ground) => ({
		trial: (_dice, seed) => scripts(ground, BATCHES[seed] ?? []),
		close: async () => undefined
	})
};

const text = (change: (made: BankFile) => void) => {
	const made = bank();
	made.id = 'bomb';
	change(made);
	return strToU8(JSON.stringify(made));
};
const deep = (levels: number) =>
	strToU8(`{"format":"milium-bank/1","x":${'['.repeat(levels)}${']'.repeat(levels)},"items":[]}`);
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000).fill(32);

/** A zip whose header says that little comes out. */
function lyingZip(): Uint8Array {
	const zip = zipSync({ 'bank.json': zeros(200) });
	const view = new DataView(zip.buffer, zip.byteOffset);
	for (let at = 0; at < zip.length - 30; at += 1) {
		const signature = view.getUint32(at, true);
		if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
		if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
	}
	return zip;
}

/** Each is refused, with this among its reasons. */
const BOMBS: Readonly<
	Record<string, { readonly make: () => Uint8Array; readonly reason: RegExp }>
> = {
	'a gzip of 400 MB': { make: () => gzipSync(zeros(400)), reason: /150 MB|unpacked|characters/ },
	'a zip of 200 MB': {
		make: () => zipSync({ 'bank.json': zeros(200) }),
		reason: /150 MB|unpacked|characters/
	},
	'a zip with a header that lies': { make: lyingZip, reason: /MB|damaged|characters|JSON/ },
	'a zip in a zip': {
		make: () => zipSync({ 'a.zip': zipSync({ 'bank.json': zeros(10) }) }),
		reason: /without a JSON file/
	},
	'a zip of 65,000 entries': {
		make: () =>
			zipSync(
				Object.fromEntries(
					Array.from({ length: 65_000 }, (_, at) => [`${at}.txt`, new Uint8Array()])
				)
			),
		reason: /2000 files/
	},
	'33 levels': { make: () => deep(33), reason: /levels/ },
	'1,000,000 levels': { make: () => deep(1_000_000), reason: /levels/ },
	'5,000,000 levels, packed': { make: () => gzipSync(deep(5_000_000)), reason: /levels/ },
	'33 levels within a question': {
		make: () =>
			text((made) => {
				const [first] = made.items;
				if (first !== undefined)
					first['x'] = JSON.parse(`${'['.repeat(31)}${']'.repeat(31)}`) as unknown;
			}),
		reason: /levels/
	},
	'one text of 120 MB': {
		make: () => strToU8(`{"title":"${'x'.repeat(120_000_000)}"}`),
		reason: /characters/
	},
	'a key of the prototype': {
		make: () =>
			strToU8(JSON.stringify(bank()).replace('"title":', '"__proto__":{"polluted":1},"title":')),
		reason: /./
	},
	'numbers without end': {
		make: () => strToU8(`{"format":"milium-bank/1","items":[${'1e9,'.repeat(200_000)}0]}`),
		reason: /./
	},
	'an XML of entities': {
		make: () =>
			strToU8(
				`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><x>&j;</x>`
			),
		reason: /JSON/
	},
	'no file at all': { make: () => new Uint8Array(), reason: /./ }
};
const NAMES = Object.keys(BOMBS);
const LIMIT_MS = 10_000;
const LIMIT_BYTES = 200_000_000;

/** Bytes that the page and its workers hold, as far as the browser tells. */
async function heapOf(page: Page): Promise<number> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('HeapProfiler.collectGarbage');
	const { usedSize } = await cdp.send('Runtime.getHeapUsage');
	await cdp.detach();
	return usedSize;
}

async function bomb(ground: Ground, name: string): Promise<void> {
	const made = BOMBS[name];
	if (made === undefined) throw new Error(`There are ${NAMES.length} cases`);
	const file = join(ground.folder(), 'bomb.json');
	writeFileSync(file, made.make());
	await visit(async (visited) => {
		const page = await watched(visited);
		await page.goto(`${ground.root}banks/`);
		await page.getByRole('heading', { level: 1, name: 'Question banks' }).waitFor();
		await page.waitForTimeout(300);
		const before = await heapOf(page);
		const input = page.getByLabel('Import');
		const refused = page
			.getByRole('alert')
			.filter({ hasText: /cannot be imported|could not be read/ });
		const begun = Date.now();
		await input.setInputFiles(file);
		await refused.waitFor();
		const ms = Date.now() - begun;
		hold(ms <= ground.slack * LIMIT_MS, `refused after ${ms} ms`);
		const why = await refused.innerText();
		hold(made.reason.test(why), `refused for another reason: ${why.slice(0, 300)}`);
		const grown = (await heapOf(page)) - before;
		hold(grown <= LIMIT_BYTES, `${grown} bytes are held afterwards`);
		const { tables } = await dump(page);
		hold(
			(tables['banks'] ?? []).length === 0 && (tables['bankItems'] ?? []).length === 0,
			'a part of it was stored'
		);
		const polluted = await page.evaluate(() => Reflect.get({}, 'polluted') !== undefined);
		hold(!polluted, 'the prototype of objects was changed');
		// The page is alive.
		await page.getByRole('link', { name: 'Practice' }).first().click();
		await page.getByRole('heading', { level: 1, name: 'Build a quiz' }).waitFor();
	});
}

export const bombs: Fault = {
	id: 'F23',
	title:
		'files that unpack, nest or repeat without end: refused within 10 seconds and 200 MB, with the reason',
	promise: 'P8',
	engine: 'Chromium',
	cases: NAMES,
	quick: NAMES.length,
	long: NAMES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => bomb(ground, NAMES[seed] ?? ''),
		close: async () => undefined
	})
};
