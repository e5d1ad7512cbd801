// Files that are damaged, foreign or newer are refused, each with its reason, and change nothing.
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { seal } from '$lib/backup/pack';
import { checked, started } from '../storage/events';
import { Device, type Tab } from '../storage/ground';
import { AT, backUp, compare, fill, someBank } from './state';

vi.setConfig({ testTimeout: 120_000 });

let bytes: Uint8Array;
let tab: Tab;
beforeAll(async () => {
	const bank = await someBank('ward-one');
	const from = await new Device().tab();
	const log = [started('s'), checked('s', 0), checked('s', 1)];
	await fill(
		from.store,
		{ log, settings: { theme: 'dark' }, banks: ['ward-one'], drafts: [] },
		new Map([['ward-one', bank]])
	);
	bytes = await backUp(from.store);
	tab = await new Device().tab();
});

const lines = () => strFromU8(gunzipSync(bytes)).trimEnd().split('\n');
const file = (all: readonly string[]) => gzipSync(strToU8(all.join('\n')));
const HEADER = `{"format":"milium-backup/1","at":"${AT}"}`;

const CASES: [string, () => Uint8Array, { code: string; says: RegExp }][] = [
	[
		'a picture',
		() => Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
		{ code: 'foreign', says: /not a backup/ }
	],
	['an empty file', () => new Uint8Array(), { code: 'foreign', says: /not a backup/ }],
	['other JSON', () => strToU8('{"a":1}'), { code: 'foreign', says: /not a backup/ }],
	[
		'a bank',
		() => strToU8('{"format":"milium-bank/1","id":"x"}'),
		{ code: 'bank', says: /under Banks/ }
	],
	[
		'a newer format',
		() => file([`{"format":"milium-backup/2","at":"${AT}"}`]),
		{ code: 'newer', says: /Update Milium/ }
	],
	[
		'a gzip cut short',
		() => bytes.slice(0, bytes.length - 20),
		{ code: 'damaged', says: /damaged/ }
	],
	[
		'a file without its end',
		() => file(lines().slice(0, -1)),
		{ code: 'damaged', says: /not complete/ }
	],
	[
		'a file with something after its end',
		() => file([...lines(), lines()[1] ?? '']),
		{ code: 'damaged', says: /follows its end/ }
	],
	[
		'a file whose checksum is wrong',
		() => bytes.map((one, at) => (at === bytes.length - 8 ? one ^ 1 : one)),
		{ code: 'damaged', says: /damaged/ }
	],
	[
		'a file with a line missing',
		() => file(lines().toSpliced(2, 1)),
		{ code: 'damaged', says: /missing|without its bank/ }
	],
	['a line that is no JSON', () => file([HEADER, '{"kind":']), { code: 'damaged', says: /line 2/ }],
	[
		'a kind that is not known',
		() => file([HEADER, '{"kind":"spell"}']),
		{ code: 'damaged', says: /line 2/ }
	],
	[
		'a line nested too deep',
		() => file([HEADER, '['.repeat(1_000_000)]),
		{ code: 'damaged', says: /deep/ }
	],
	[
		'a bomb of blanks',
		() => gzipSync(new Uint8Array(20_000_000).fill(32)),
		{ code: 'damaged', says: /too long/ }
	],
	[
		'something that only looks encrypted',
		() => strToU8('eyJhbGciOiJub25lIn0.e30.'),
		{ code: 'damaged', says: /encrypted/ }
	]
];

describe('restoring', () => {
	it.each(CASES)('refuses %s', async (_, make, { code, says }) => {
		const found = await compare(tab.store, make());
		expect(found).toMatchObject({ code });
		expect((found as { says: string }).says).toMatch(says);
	});

	it('refuses any backup of which one byte was changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, by) => {
				const changed = bytes.slice();
				const place = at % bytes.length;
				// Bytes 4 to 9 of a gzip say when and where it was packed.
				if (place >= 4 && place < 10) return;
				// The last byte before the checksum and the length may end in bits that mean nothing.
				if (place === bytes.length - 9) return;
				changed[place] = (changed[place] ?? 0) ^ by;
				expect(await compare(tab.store, changed)).toHaveProperty('code');
			}),
			{ numRuns: 40 }
		);
	});

	it('leaves out records and questions that are not sound, and says how many answers it would add', async () => {
		const all = lines().map((line) => line.replace('"topics":["neonatal-milia"]', '"topics":7'));
		expect(await compare(tab.store, file(all))).toMatchObject({ answers: { add: 0 } });
	});

	it('opens an encrypted backup with its passphrase alone', async () => {
		const sealed = await seal(new Blob([bytes.slice()]), 'correct horse');
		const text = new Uint8Array(await sealed.arrayBuffer());
		expect(await compare(tab.store, text, 'wrong horse')).toMatchObject({ code: 'passphrase' });
		expect(await compare(tab.store, text, 'correct horse')).toMatchObject({ answers: { add: 2 } });
		text[text.length - 40] = (text[text.length - 40] ?? 0) ^ 1;
		expect(await compare(tab.store, text, 'correct horse')).toHaveProperty('code');
	});
});
