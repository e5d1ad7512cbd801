// Facts come from the sources, wording never does: no text of a bank or of the ledger shares a run of six words with a source.
// The source texts are not ours to hand on, so they are here as hashes of their runs alone.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBankFiles, QUESTIONS, readJson } from '../../../src/tools/questions.js';
import source from '../../fixtures/source-runs.json';

const LEDGER = ['facts', 'conflicts', 'differential', 'topics'].map((name) =>
	join(QUESTIONS, 'evidence', `${name}.json`)
);
/** Properties that hold no prose. */
const NAMES = new Set(['id', 'type', 'entity', 'rule', '$schema']);
const bytes = Buffer.from(source.runs, 'base64');
const runs = new Set(
	Array.from({ length: bytes.length / source.bytes }, (_, at) =>
		bytes.toString('hex', at * source.bytes, (at + 1) * source.bytes)
	)
);

const hash = (run: string) =>
	createHash('sha256').update(run).digest().toString('hex', 0, source.bytes);

/** Words as the hashes were made: lower case, without apostrophes; a gap of a cloze breaks a run. */
function words(text: string): string[] {
	const plain = text.toLowerCase().replaceAll('’', "'").replaceAll("'s", '').replaceAll("'", '');
	return plain.replace(/\{\{[^}]*\}\}/g, ' qqblank ').match(/[a-z0-9]+/g) ?? [];
}

function borrowed(text: string): string[] {
	const list = words(text);
	return list
		.slice(0, Math.max(0, list.length - source.words + 1))
		.map((_, at) => list.slice(at, at + source.words).join(' '))
		.filter((run) => runs.has(hash(run)));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => (NAMES.has(key) ? [] : textsIn(one)));
}

it('says everything in words of its own', () => {
	const files = [...findBankFiles(join(QUESTIONS, 'banks')), ...LEDGER];
	const texts = files.flatMap((file) => {
		const read = readJson(file);
		return 'value' in read ? textsIn(read.value) : [];
	});
	expect(texts.length).toBeGreaterThan(10_000);
	expect(texts.flatMap(borrowed)).toEqual([]);
});

it('knows a borrowed run when it sees one', () => {
	expect(runs.size).toBeGreaterThan(5000);
	// The title of a review, which one of the sources cites.
	expect(borrowed('Cites: DermNet New Zealand Trust, Milium; accessed 10/23/2018.')).not.toEqual(
		[]
	);
	expect(borrowed('Milia are small cysts full of keratin.')).toEqual([]);
});
