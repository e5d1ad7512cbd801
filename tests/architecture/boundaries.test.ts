// Plants violations and lawful code for every pair of rooms and every rule, and checks what the linter says of each.
import { ESLint } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import boundaries from '../../src/tools/lint/boundaries.js';
import {
	ITEM_TYPE_ID,
	MAY_IMPORT,
	OWNER,
	PLAIN_MAY_IMPORT,
	PURE_ROOMS,
	RIM,
	ROOMS
} from '../../src/tools/lint/rooms.js';
import { ITEM_TYPES } from '../../src/lib/items/registry.js';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [
		ts.configs.base,
		...svelte.configs.base,
		{
			files: ['**/*.svelte', '**/*.svelte.ts'],
			languageOptions: { parserOptions: { parser: ts.parser } }
		},
		...boundaries
	] as ESLint.Options['overrideConfig'] & object
});

type Kind = 'ts' | 'svelte' | 'svelte.ts';
const PLACES = [...ROOMS, 'routes'];

/** A file that could stand in a room. In `items` it stands in the folder of a type. */
function fileIn(room: string, kind: Kind): string {
	if (room === 'routes') return `src/routes/quiz/probe.${kind}`;
	return room === 'items' ? `src/lib/items/bow-tie/probe.${kind}` : `src/lib/${room}/probe.${kind}`;
}

/** What the linter says of a piece of code in a file; fails on code that it cannot read. */
async function complaints(file: string, code: string): Promise<string[]> {
	const text = file.endsWith('.svelte') ? `<script lang="ts">${code}</script>` : code;
	const [result] = await eslint.lintText(text, { filePath: file });
	expect(
		result?.messages.filter((one) => one.fatal === true),
		`${file}: ${code}`
	).toEqual([]);
	return (result?.messages ?? []).map((one) => one.message);
}

async function expectVerdict(file: string, code: string, lawful: boolean): Promise<void> {
	const said = await complaints(file, code);
	expect(said.length === 0, `${file}: ${code}\n${said.join('\n') || '(nothing said)'}`).toBe(
		lawful
	);
}

/**
 * Holds many verdicts on one file at the price of one: each piece of code, a line long, is judged by what the linter says of its
 * line.
 */
async function expectVerdicts(
	kind: Kind,
	file: string,
	cases: readonly (readonly [code: string, lawful: boolean])[]
): Promise<void> {
	const script = cases.map(([code]) => code).join('\n');
	// The same number of lines before the code in every kind.
	const text = kind === 'svelte' ? `<script lang="ts">\n${script}\n</script>` : `\n${script}`;
	const [result] = await eslint.lintText(text, { filePath: file });
	const messages = result?.messages ?? [];
	expect(
		messages.filter((one) => one.fatal === true),
		`${file}: ${script}`
	).toEqual([]);
	const refused = new Set(messages.map((one) => one.line - 2));
	expect(
		cases.map(([code], at) => [code, !refused.has(at)]),
		file
	).toEqual(cases);
}

function allowed(from: string, to: string, kind: Kind): readonly string[] {
	const most = MAY_IMPORT[from] ?? [];
	if (kind === 'ts' && PURE_ROOMS.includes(from)) return PLAIN_MAY_IMPORT[from] ?? most;
	return kind === 'ts' ? most : [...most, 'ui'];
}

describe('rooms', () => {
	it.each(PLACES)('%s reaches the rooms it may, and no other', async (from) => {
		for (const kind of ['ts', 'svelte', 'svelte.ts'] as const) {
			const up = from === 'items' ? '../../' : '../';
			const others = ROOMS.filter((to) => to !== from);
			const cases = others.flatMap((to, at): (readonly [string, boolean])[] => {
				const may = from === 'routes' || allowed(from, to, kind).includes(to);
				const said = [
					[`import { x as a${at} } from '$lib/${to}/thing';`, may],
					[`import type { X as B${at} } from '$lib/${to}/thing';`, may],
					[`export { x as c${at} } from '$lib/${to}/thing';`, may]
				] as const;
				if (from === 'routes') return [...said];
				// However it is written, another room is never reached by a relative path.
				return [
					...said,
					[`import { x as d${at} } from '${up}${to}/thing.js';`, false],
					[`export { x as e${at} } from '${up}${to}/thing.js';`, false]
				];
			});
			await expectVerdicts(kind, fileIn(from, kind), cases);
		}
	});

	it.each(PLACES)('%s keeps to its own packages', async (from) => {
		const cases = Object.entries(OWNER).flatMap(([name, owner], at) => {
			const may = [owner].flat().includes(from);
			return [
				[`import a${at} from '${name}';`, may],
				[`import b${at} from '${name}/auto';`, may]
			] as const;
		});
		for (const kind of ['ts', 'svelte'] as const)
			await expectVerdicts(kind, fileIn(from, kind), cases);
		await expectVerdict(fileIn(from, 'ts'), `import * as v from 'valibot';`, true);
	});

	it.each(ROOMS)('%s knows neither pages nor tools', async (from) => {
		const up = from === 'items' ? '../../../' : '../../';
		await expectVerdict(fileIn(from, 'ts'), `import { x } from '${up}routes/titles.js';`, false);
		await expectVerdict(fileIn(from, 'ts'), `import { x } from '${up}tools/questions.js';`, false);
	});

	it('sees an import that is made late', async () => {
		await expectVerdict(
			'src/lib/ui/probe.ts',
			`export const x = () => import('$lib/storage/index');`,
			false
		);
		await expectVerdict(
			'src/lib/charts/probe.ts',
			`export const x = () => import('dexie');`,
			false
		);
		await expectVerdict(
			'src/routes/probe.ts',
			`export const x = () => import('$lib/storage');`,
			true
		);
		await expectVerdict('src/routes/probe.ts', `export const x = () => import('chart.js');`, false);
	});

	it('wants a new room to be written down', async () => {
		await expectVerdict(
			'src/lib/cellar/probe.ts',
			`import { x } from '$lib/validation/fault';`,
			false
		);
	});

	it('lets tools and tests use everything', async () => {
		await expectVerdict('src/tools/probe.ts', `import { x } from '../lib/banks/parse.js';`, true);
		await expectVerdict('src/tools/probe.ts', `import Dexie from 'dexie';`, false);
		expect(
			await new ESLint().calculateConfigForFile('tests/unit/storage/probe.test.ts')
		).not.toHaveProperty(['rules', 'milium/rooms']);
	});

	it('has a line for every folder there is', () => {
		const folders = readdirSync('src/lib', { withFileTypes: true }).filter((one) =>
			one.isDirectory()
		);
		expect(folders.map((one) => one.name).filter((name) => !ROOMS.includes(name))).toEqual([]);
	});

	it('has no circle', () => {
		// Storage implements what others declare, and may be known by pages alone.
		const reach = (room: string, seen: string[]): string[] =>
			(MAY_IMPORT[room] ?? []).flatMap((next) =>
				seen.includes(next) ? [next] : reach(next, [...seen, next])
			);
		for (const room of ROOMS) expect(reach(room, [room]), room).not.toContain(room);
	});
});

describe('item types', () => {
	const own = 'src/lib/items/bow-tie/index.ts';
	it.each([
		['../contract.js', true],
		['../picks.js', true],
		['./schema.js', true],
		['$lib/validation/fault', true],
		['../multiple-choice/index.js', false],
		['../multiple-choice/schema.js', false],
		['../registry.js', false],
		['../views.js', false],
		['$lib/items/contract', false],
		['$lib/items/multiple-choice/schema', false],
		['$lib/ui/Choice.svelte', false]
	])('import %s: %s', (source, lawful) =>
		expectVerdict(own, `import { x } from '${source}';`, lawful)
	);

	it('may show with the primitives and with what all types share', async () => {
		const view = 'src/lib/items/bow-tie/View.svelte';
		await expectVerdict(view, `import Choice from '$lib/ui/Choice.svelte';`, true);
		await expectVerdict(view, `import ClozeText from '../ClozeText.svelte';`, true);
		await expectVerdict(view, `import type { ViewProps } from '../view.js';`, true);
		await expectVerdict(view, `import Other from '../multiple-choice/View.svelte';`, false);
		await expectVerdict(view, `import { viewOf } from '../views.js';`, false);
	});

	const branches = [
		`export const x = (item: { type: string }) => item.type === 'bow-tie';`,
		`export const x = (item: { type: string }) => 'numeric' !== item.type;`,
		`export const x = (one: { type: string }) => one.type == 'multiple-choice';`,
		`export const x = (one: { nextItem: { type: string } }) => one.nextItem.type === 'essay';`,
		`export function x(type: string) { switch (type) { case 'highlight-table': return 1; default: return 0; } }`
	];
	it.each(branches)('nobody else may write %s', async (code) => {
		for (const room of [...PLACES.filter((one) => one !== 'items'), 'tools']) {
			const file = room === 'tools' ? 'src/tools/probe.ts' : fileIn(room, 'ts');
			await expectVerdict(file, code, false);
		}
		await expectVerdict('src/lib/items/registry.ts', code, false);
		await expectVerdict(own, code, true);
	});

	it('sees it in markup too', async () => {
		const [result] = await eslint.lintText(`{#if item.type === 'bow-tie'}x{/if}`, {
			filePath: 'src/routes/quiz/+page.svelte'
		});
		expect(result?.errorCount).toBe(1);
	});

	it('does not take other kinds for item types', async () => {
		const code = `export const x = (node: { type: string }) => node.type === 'paragraph' || node.type === 'table';`;
		await expectVerdict('src/lib/ui/probe.ts', code, true);
		expect(ITEM_TYPES.map((type) => type.id).filter((id) => !ITEM_TYPE_ID.test(id))).toEqual([]);
	});
});

const UNLAWFUL_IN_PURE = [
	`import { tick } from 'svelte';`,
	`import { SvelteMap } from 'svelte/reactivity';`,
	`import { browser } from '$app/environment';`,
	`import starter from 'virtual:milium/starter';`,
	`import { readFileSync } from 'node:fs';`,
	`import Thing from './Thing.svelte';`,
	`import { Thing } from './thing.svelte.js';`,
	`export const x = Math.random();`,
	`export const x = Date.now();`,
	`export const x = new Date();`,
	`export const x = Date();`,
	`export const x = crypto.randomUUID();`,
	`export const x = () => import('./thing.js');`,
	`export const x = window.name;`,
	`export const x = globalThis.name;`,
	`export const x = document.title;`,
	`export const x = localStorage.length;`,
	`export const x = fetch('/');`,
	`export const x = setTimeout(() => undefined, 1);`,
	`export const x = performance.now();`
];
const LAWFUL_IN_PURE = [
	`export const x = new Date(0);`,
	`export const x = (now: number) => new Date(now).toISOString();`,
	`export const x = (random: () => number) => Math.floor(random() * 6);`,
	`export const x = (location: { place: string }) => location.place;`,
	`import { x } from './thing.js';`,
	`import * as v from 'valibot';`
];

describe('pure files', () => {
	it.each(UNLAWFUL_IN_PURE)('refuses %s', async (code) => {
		for (const room of PURE_ROOMS) await expectVerdict(fileIn(room, 'ts'), code, false);
	});
	it.each(LAWFUL_IN_PURE)('accepts %s', async (code) => {
		for (const room of PURE_ROOMS) await expectVerdict(fileIn(room, 'ts'), code, true);
	});
	it('leaves runes and components alone', async () => {
		for (const room of PURE_ROOMS) {
			await expectVerdict(fileIn(room, 'svelte.ts'), `import { tick } from 'svelte';`, true);
			await expectVerdict(
				fileIn(room, 'svelte'),
				`import { resolve } from '$app/paths'; const x = Date.now();`,
				true
			);
		}
	});
	it('keeps rim files to the rim', async () => {
		for (const file of RIM)
			await expectVerdict(file, `import type { Component } from 'svelte';`, true);
		await expectVerdict('src/lib/items/probe.ts', `import { loadView } from './views.js';`, false);
		await expectVerdict(
			'src/lib/session/probe.ts',
			`import { loadView } from '$lib/items/views';`,
			false
		);
		await expectVerdict(
			'src/lib/session/Probe.svelte',
			`import { viewOf } from '$lib/items/views';`,
			true
		);
	});
});

describe('the compiler', () => {
	it('reads every pure room, and leaves out the rim alone', () => {
		const { include, exclude } = JSON.parse(readFileSync('src/tools/pure.tsconfig.json', 'utf8'));
		expect(include).toEqual(['pure.d.ts', ...PURE_ROOMS.map((room) => `../lib/${room}/**/*.ts`)]);
		expect(exclude).toEqual([
			'../lib/**/*.svelte.ts',
			...RIM.map((file) => file.replace('src/', '../'))
		]);
	});
});

describe('transactions', () => {
	const inside = (code: string) =>
		`db.transaction('rw', db.events, async () => { await db.events.add(e); ${code} });`;
	const foreign = [
		`await fetch('/');`,
		`await import('./thing.js');`,
		`const h = await crypto.subtle.digest('SHA-256', b);`,
		`await navigator.locks.request('x', f);`,
		`await new Promise((done) => setTimeout(done, 1));`,
		`await Promise.all([db.events.toArray(), fetch('/')]);`,
		`const inner = async () => { await fetch('/'); }; await inner();`
	];
	it.each(foreign)('refuses %s', async (code) => {
		const file = 'src/lib/storage/probe.ts';
		await expectVerdict(file, inside(code), false);
		await expectVerdict(file, `export async function f() { ${code} ${inside('')} }`, true);
		await expectVerdict(
			file,
			inside(code).replace('db.transaction', 'this.#db.transaction'),
			false
		);
	});
	it('accepts work on the tables', () =>
		expectVerdict(
			'src/lib/storage/probe.ts',
			inside('await db.rollups.bulkPut(await db.rollups.toArray());'),
			true
		));
});

describe('the configuration in use', () => {
	it.each([
		[
			'src/lib/session/state.ts',
			['milium/rooms', 'milium/ask-the-type', 'no-restricted-globals', 'no-restricted-syntax']
		],
		[
			'src/lib/storage/index.ts',
			['milium/rooms', 'no-restricted-syntax', '@typescript-eslint/no-floating-promises']
		],
		['src/routes/+page.svelte', ['milium/rooms', 'milium/ask-the-type', 'svelte/no-at-html-tags']]
	])('%s is under every rule meant for it', async (file, rules) => {
		const config = (await new ESLint().calculateConfigForFile(file)) as {
			rules: Record<string, [number]>;
		};
		expect(rules.filter((rule) => config.rules[rule]?.[0] !== 2)).toEqual([]);
	});
});
