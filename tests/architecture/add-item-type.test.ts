// Follows "Add an item type" in CONTRIBUTING.md word for word in a copy of the sources, and holds the made-up type against
// what every type must keep: so the promise that a type is one folder and its entries in two lists stays true.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programOf, ROOT } from '../../src/tools/setup.js';

const TYPE = 'true-false-pair';
const FOLDER = `src/lib/items/${TYPE}/`;
const REGISTRY = 'src/lib/items/registry.ts';
const VIEWS = 'src/lib/items/view-list.ts';
/** The views as they were before: what the compiler must refuse. */
const BARE = 'src/lib/items/view-list-before.ts';
/** Alone on two cores it takes ten seconds. */
const PATIENCE_MS = 120_000;
/** What the type needs of the house to be checked and run. */
const COPIED = [
	...['items', 'validation', 'ui', 'banks', 'evidence', 'illustrations'].map(
		(room) => `src/lib/${room}`
	),
	'tests/fixtures/items',
	'tests/unit/items/properties.test.ts',
	'tests/unit/items/arbitraries.ts'
];

const guide = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const [, steps = ''] = /## Add an item type\n([\s\S]*?)\n## /.exec(guide) ?? [];
/** Whole files: a path in a line of its own, and the block that follows. */
const files = new Map(
	[...steps.matchAll(/^`([^`\n]+)`\n\n```\w+\n([\s\S]*?\n)```$/gm)].map(
		([, path = '', text = '']) => [path, text]
	)
);
/** The entries of the fourth step, in the order in which they stand there. */
const entries = [
	...(/\*\*4\.[\s\S]*?(?=\*\*5\.)/.exec(steps)?.[0] ?? '').matchAll(/```ts\n([\s\S]*?\n)```/g)
].map(([, text = '']) => text);

let house: string;
const place = (path: string) => join(house, path);
const read = (path: string) => readFileSync(place(path), 'utf8');
function write(path: string, text: string): void {
	mkdirSync(dirname(place(path)), { recursive: true });
	writeFileSync(place(path), text);
}
/** Puts lines after the first match of a pattern, which must be there. */
function insert(path: string, after: RegExp, lines: string | undefined): void {
	const text = read(path);
	const match = after.exec(text);
	if (match === null || lines === undefined) throw new Error(`Nothing to put into ${path}`);
	const at = match.index + match[0].length;
	write(path, text.slice(0, at) + lines + text.slice(at));
}

beforeAll(() => {
	// Within the project, so that packages are found; nothing else looks into this folder.
	mkdirSync(join(ROOT, '.milium'), { recursive: true });
	house = mkdtempSync(join(ROOT, '.milium', 'add-item-type-'));
	for (const path of COPIED) cpSync(join(ROOT, path), place(path), { recursive: true });
	for (const [path, text] of files) write(path, text);
	const [imported, listed, shown] = entries;
	cpSync(place(VIEWS), place(BARE));
	insert(REGISTRY, /^import multipleChoice .*\n/m, imported);
	insert(REGISTRY, /^export const ITEM_TYPES = \[\n/m, listed);
	insert(VIEWS, /^export const VIEWS: .*\n/m, shown);
	write(
		'tsconfig.json',
		JSON.stringify({
			extends: join(ROOT, 'tsconfig.json'),
			compilerOptions: { paths: { '$lib/*': ['./src/lib/*'] }, types: [] },
			include: [`${FOLDER}/**/*`, REGISTRY, VIEWS, BARE],
			exclude: []
		})
	);
	write(
		'vitest.config.js',
		`import { svelte } from '@sveltejs/vite-plugin-svelte';
export default {
	plugins: [svelte({ configFile: false })],
	resolve: { alias: { $lib: ${JSON.stringify(place('src/lib'))} } },
	test: { expect: { requireAssertions: true } }
};\n`
	);
	cpSync(
		join(ROOT, 'tests/fixtures/add-item-type/view.test.ts'),
		place('tests/unit/items/view.test.ts')
	);
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** Runs a program of a package in the copy; its exit code and what it said. */
function run(program: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
	const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
	const env = { ...Object.fromEntries(outside), NO_COLOR: '1' };
	const child = spawn(process.execPath, [program, ...args], { cwd: house, env });
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part) => said.push(`${part}`));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, said: said.join('') }));
	});
}

it('touches its own folder, a fixture, and two lists', () => {
	const own = [...files.keys()].filter((path) => path.startsWith(FOLDER));
	expect(own.map((path) => path.slice(FOLDER.length)).sort()).toEqual([
		'View.svelte',
		'index.ts',
		'schema.ts'
	]);
	expect([...files.keys()].filter((path) => !own.includes(path))).toEqual([
		`tests/fixtures/items/${TYPE}.json`
	]);
	expect(entries.map((text) => text.trim().split('\n').length)).toEqual([1, 1, 1]);
	for (const list of [REGISTRY, VIEWS]) expect(steps).toContain(list);
});

it(
	'keeps what every type promises',
	async () => {
		const { code, said } = await run(programOf('vitest'), 'run', '--root', house, '-t', TYPE);
		expect(said).toMatch(/Test Files\s+2 passed/);
		expect(said).toMatch(/Tests\s+1\d passed/);
		expect(code, said).toBe(0);
	},
	PATIENCE_MS
);

it(
	'has no type error, and is refused where it has no view',
	async () => {
		const { said } = await run(
			programOf('svelte-check'),
			...['--workspace', house, '--tsconfig', place('tsconfig.json')],
			...['--output', 'machine', '--fail-on-warnings']
		);
		const found = said.split('\n').filter((line) => / (ERROR|WARNING) /.test(line));
		expect(found).toEqual([
			expect.stringMatching(new RegExp(`"${BARE}".*${TYPE}.* is missing in`))
		]);
	},
	PATIENCE_MS
);
