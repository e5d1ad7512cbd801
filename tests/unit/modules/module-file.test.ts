// A module as a file holds the questions that were signed, each as its type accepts it.
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import type { HashedItem } from '$lib/banks/catalogue';
import { newDraft } from '$lib/modules/draft';
import { makeContent } from '$lib/modules/make';
import { moduleFileText, readModuleFile } from '$lib/modules/module-file';
import { fixtureOf } from '../../fixtures/items';

const hashed = (item: object) =>
	({
		...item,
		hash: hashName(sha256(new TextEncoder().encode(canonicalJson(item))))
	}) as HashedItem;
const plain = hashed(fixtureOf('multiple-choice'));

function fileOf(items: readonly HashedItem[]): string {
	const made = makeContent(
		{ ...newDraft({ id: 'd', now: 1, timeZone: 'UTC', seed: 1 }), title: 'A file' },
		{
			educator: { name: 'Ada', sign: 'A'.repeat(44), seal: 'B'.repeat(44) },
			app: '0.1.0',
			now: 1,
			versions: new Map([['core', '1.0.0']]),
			sections: [{ items: items.map(({ id, hash }) => ({ bank: 'core', item: id, hash })) }]
		}
	);
	if (!made.ok) throw new Error(made.obstacles.join(' '));
	return moduleFileText({ module: { content: made.content, signature: 'A'.repeat(86) }, items });
}

describe('a module file', () => {
	it('comes back as it was', () => {
		const read = readModuleFile(fileOf([plain]));
		expect(read).toMatchObject({ ok: true, value: { items: [plain] } });
	});

	it('may hold items of a case study', () => {
		const { hash: _, ...item } = plain;
		const staged = hashed({
			...item,
			record: [
				{ id: 'notes', tab: 'notes', entries: [{ id: 'n1', text: 'Seen today.', isNew: true }] }
			],
			unfolding: { case: 'c', title: 'A case', step: 1, of: 6 }
		});
		const read = readModuleFile(fileOf([staged]));
		expect(read.ok ? read.value.items : read.problem).toEqual([staged]);
	});

	const FILES: [string, string, string][] = [
		['no JSON', 'hello', 'module/none'],
		['another format', '{"format":"milium-bank/1"}', 'module/none'],
		['a newer format', '{"format":"milium-module-file/2"}', 'module/newer'],
		['a file that was cut off', fileOf([plain]).slice(0, -40), 'module/none'],
		[
			'a changed question',
			fileOf([plain]).replace(plain.stem.slice(0, 8), 'Changed!'),
			'module/changed'
		],
		[
			'a question that is missing',
			fileOf([plain]).replace(/"items": \[\n\t\t\{[^]*\n\t\t\}\n\t\]\n/, '"items": []\n'),
			'module/items-missing'
		],
		['a title of nothing', fileOf([plain]).replace('"A file"', '" "'), 'module/damaged'],
		[
			'a question that no type accepts',
			fileOf([hashed({ ...plain, hash: undefined, type: 'riddle' })]),
			'module/changed'
		]
	];
	it.each(FILES)('refuses %s', (_, text, code) => {
		const read = readModuleFile(text);
		expect(read.ok ? 'read' : read.problem.code).toBe(code);
	});
});
