// Learners with a long past and banks of any size: files to import, and a page that fills the database of the app.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { readSite, type Site } from './server.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The app with the page `/fill/` beside it, so that both have the same database. */
export async function withFillPage(app: Site): Promise<Site> {
	const outDir = mkdtempSync(join(tmpdir(), 'milium-bench-fill-'));
	try {
		await build({
			root: path('./fill'),
			base: '/fill/',
			configFile: false,
			logLevel: 'warn',
			resolve: { alias: { $lib: path('../../src/lib') } },
			build: { outDir, emptyOutDir: true }
		});
		const files = [...(await readSite(outDir))];
		return new Map([...app, ...files.map(([name, file]) => [`/fill${name}`, file] as const)]);
	} finally {
		rmSync(outDir, { recursive: true, force: true });
	}
}

/** Writes a bank of so many items, each of about 1.5 kB. */
export function writeBank(file: string, id: string, items: number): void {
	const fixture = readFileSync(path('../fixtures/items/multiple-choice.json'), 'utf8');
	const item = JSON.parse(fixture) as Record<string, unknown>;
	const topics = [
		'neonatal-milia',
		'primary-milia',
		'secondary-milia',
		'milia-en-plaque',
		'milia-vs-baby-acne'
	];
	const difficulties = ['easy', 'medium', 'hard'];
	const head = {
		format: 'milium-bank/1',
		id,
		version: '1.0.0',
		title: `Bench ${items}`,
		description: 'Items by the number',
		language: 'en',
		licence: 'CC0-1.0',
		authors: ['Bench']
	};
	const texts = Array.from({ length: items }, (_, at) =>
		JSON.stringify({
			...item,
			id: `${id}-${at}`,
			topics: [topics[at % topics.length]],
			difficulty: difficulties[at % difficulties.length],
			stem: `Question ${at}: which condition is most likely?`
		})
	);
	writeFileSync(file, `${JSON.stringify(head).slice(0, -1)},"items":[${texts.join(',\n')}]}`);
}
