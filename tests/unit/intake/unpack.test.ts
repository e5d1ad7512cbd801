// From bytes to text: whatever is packed how, and no more than the budget allows, whatever a header promises.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packingOf, Refused, textOf } from '$lib/intake/unpack';

const blob = (bytes: Uint8Array | string) =>
	new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]);

async function read(file: Blob, budget?: number): Promise<string> {
	let text = '';
	for await (const part of textOf(file, budget)) text += part;
	return text;
}

async function refusal(file: Blob, budget?: number): Promise<string> {
	const error: unknown = await read(file, budget).then(
		() => undefined,
		(reason: unknown) => reason
	);
	return error instanceof Refused ? error.fault.value : `not refused: ${String(error)}`;
}

const TEXT = `{"title":"Büchlein ${'ä'.repeat(100_000)}"}`;
const zip = (files: Record<string, string>) =>
	blob(
		zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
	);

describe('a file', () => {
	it.each([
		{ name: 'plain', file: blob(TEXT), packing: 'none' },
		{ name: 'gzip', file: blob(gzipSync(TEXT)), packing: 'gzip' },
		{
			name: 'zip',
			file: zip({ 'readme.txt': 'x', 'a/bank.json': TEXT, '__MACOSX/b.json': '' }),
			packing: 'zip'
		}
	])('that is $name gives its text', async ({ file, packing }) => {
		expect(await packingOf(file)).toBe(packing);
		expect(await read(file)).toBe(TEXT);
	});

	const big = ' '.repeat(30_000_000);
	it.each([
		{ name: 'too large', file: blob(TEXT), budget: 1000, value: '1 MB' },
		{
			name: 'a gzip bomb',
			file: blob(gzipSync(big)),
			budget: 5_000_000,
			value: 'more than 5 MB once unpacked'
		},
		{
			name: 'a zip bomb',
			file: zip({ 'a.json': big }),
			budget: 5_000_000,
			value: 'more than 5 MB once unpacked'
		},
		{
			name: 'no text',
			file: blob(new Uint8Array([123, 255, 254])),
			value: 'bytes that are no text'
		},
		{
			name: 'a character cut in two',
			file: blob(new Uint8Array([123, 0xc3])),
			value: 'bytes that are no text'
		},
		{
			name: 'half a gzip',
			file: blob(gzipSync(TEXT).subarray(0, 60)),
			value: 'a gzip file that is damaged'
		},
		{
			name: 'a zip without a bank',
			file: zip({ 'a.txt': 'x' }),
			value: 'a zip without a JSON file'
		},
		{
			name: 'a zip of two',
			file: zip({ 'a.json': '1', 'b.json': '2' }),
			value: 'several JSON files in a zip'
		},
		{
			name: 'a zip of too many',
			file: zip(Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`${at}`, '']))),
			value: 'more than 2000 files in a zip'
		}
	])('that is $name is refused', async ({ file, budget, value }) => {
		expect(await refusal(file, budget)).toBe(value);
	});

	it('with bytes changed is read or refused, and never anything else', async () => {
		const whole = [gzipSync('{"a":1}'), zipSync({ 'a.json': strToU8('{"a":1}') })];
		await fc.assert(
			fc.asyncProperty(
				fc.nat(1),
				fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 4 }),
				async (which, changes) => {
					const bytes = new Uint8Array(whole[which] ?? []);
					for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
					const value = await refusal(blob(bytes)).catch(String);
					expect(value === 'not refused: undefined' || !value.startsWith('not refused')).toBe(true);
				}
			),
			{ numRuns: 300 }
		);
	});
});

it('that is read no further leaves no error that nobody can catch', async () => {
	// Several pieces wait in the unpacker when the reader takes one and leaves at once: canceled then, Node's throws by itself.
	const file = blob(gzipSync('abc'.repeat(400_000)));
	const uncaught: unknown[] = [];
	const note = (error: unknown) => uncaught.push(error);
	process.on('uncaughtException', note);
	for (let round = 0; round < 40; round += 1) {
		const text = textOf(file);
		await text.next();
		await new Promise((resolve) => setTimeout(resolve, 2));
		await text.next();
		await text.return(undefined);
	}
	await new Promise((resolve) => setTimeout(resolve, 50));
	process.off('uncaughtException', note);
	expect(uncaught).toEqual([]);
});
