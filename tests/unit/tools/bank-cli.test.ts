// The commands as an author runs them. Most are run within this process, which is quicker; the last ones as programs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programOf, ROOT } from '../../../src/tools/setup.js';
import { bankOf, itemOf } from '../banks/bank-of.js';
import { folderWith } from './folder.js';
import { bank, type Outcome } from './run-bank.js';

/** The command as a program of its own. */
function spawned(args: string[], input = ''): Outcome {
	const program = [
		programOf('tsx'),
		'--tsconfig',
		'src/tools/tsconfig.json',
		'src/tools/bank/main.ts'
	];
	const options = { cwd: ROOT, input, encoding: 'utf8' } as const;
	const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], options);
	return { status, out: stdout, err: stderr };
}

const responses = (text: string) => join(folderWith({ 'r.jsonl': text }), 'r.jsonl');
const HARD =
	'Notwithstanding considerable interprofessional disagreement concerning dermatological nomenclature, consultants characteristically differentiate retrospectively.';
const good = () => folderWith({ 'bank.json': JSON.stringify(bankOf()) });

describe('check', () => {
	it('is content with a lawful bank', () => {
		expect(bank(['check', good()])).toEqual({
			status: 0,
			out: '1 bank, 17 items: no faults; item writing: 0 errors, 0 warnings, 0 remarks\n',
			err: ''
		});
	});
	it('prints flaws of item writing, and fails on errors', () => {
		const folder = folderWith({
			'bank.json': JSON.stringify(bankOf([itemOf({ stem: 'Which condition is not likely?' })]))
		});
		const { status, out } = bank(['check', folder]);
		expect(status).toBe(1);
		expect(out).toMatch(
			/bank\.json: items\[0\]\.stem \(fixture-multiple-choice\): error unmarked-negative: /
		);
		expect(out).toContain('1 error, 0 warnings');
	});
	it('fails on warnings only when it is strict, and keeps remarks back', () => {
		const stem = 'Which condition is **NOT** likely here?';
		const folder = folderWith({
			'bank.json': JSON.stringify(
				bankOf([itemOf({ stem }), itemOf({ id: 'hard', scenario: HARD, stem: 'Which one is it?' })])
			)
		});
		expect(bank(['check', folder]).status).toBe(0);
		expect(bank(['check', '--strict', folder]).status).toBe(1);
		expect(bank(['check', folder]).out).not.toContain('info hard-to-read');
		expect(bank(['check', '--all', folder]).out).toContain('info hard-to-read');
		expect(bank(['check', '--nonsense', folder]).status).toBe(2);
	});
	it('prints every fault of every file, with file and path', () => {
		const folder = folderWith({
			'one/bank.json': JSON.stringify(
				bankOf([itemOf({ id: 'BAD' }), itemOf({ topics: ['nowhere'] })], { version: 'x' })
			),
			'two/bank.json': '{"format": "milium-bank/1",',
			'three/bank.json': JSON.stringify(bankOf([itemOf({ facts: ['no-such-fact'] })])),
			'four/bank.json': Buffer.from([0x7b, 0xff, 0x7d])
		});
		const { status, out } = bank(['check', folder, join(folder, 'none')]);
		expect(status).toBe(1);
		for (const text of [
			'one/bank.json: version:',
			'items[0].id',
			'two/bank.json',
			'no-such-fact',
			'UTF-8',
			'found no bank'
		]) {
			expect(out).toContain(text);
		}
	});
	it('says that an id is used in another bank', () => {
		const folder = folderWith({
			'a/bank.json': JSON.stringify(bankOf([itemOf()], { id: 'a' })),
			'b/bank.json': JSON.stringify(bankOf([itemOf()], { id: 'b' }))
		});
		const { status, out } = bank(['check', folder]);
		expect(status).toBe(1);
		expect(out).toContain('b/bank.json: items[0].id');
	});
	it('needs a path', () => {
		expect(bank(['check']).status).toBe(2);
	});
});

describe('score', () => {
	const lines = (...list: unknown[]) =>
		list.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
	it('prints one line of JSON a response, in their order', () => {
		const input = lines(
			{ item: 'fixture-multiple-choice', response: { choice: 'a' } },
			{ item: 'fixture-multiple-choice', response: { choice: 'b' } }
		);
		const { status, out, err } = bank(['score', good(), responses(input)]);
		expect([status, err]).toEqual([0, '']);
		const scored = out
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { points: number; max: number; parts: unknown[] });
		expect(scored.map(({ points, max }) => [points, max])).toEqual([
			[1, 1],
			[0, 1]
		]);
		expect(Object.keys(scored[0] ?? {})).toEqual(['item', 'points', 'max', 'parts']);
	});
	it('goes on after a bad line, names it, and fails', () => {
		const input = `\uFEFF${lines('nonsense', { item: 'nobody', response: {} }, '', {
			item: 'fixture-multiple-choice',
			response: { choice: 'a' }
		})}\r\n`;
		const { status, out, err } = bank(['score', good(), responses(input)]);
		expect(status).toBe(1);
		expect(out.trim().split('\n')).toHaveLength(1);
		expect(err).toContain('line 1:');
		expect(err).toContain('line 2: item: found "nobody"');
		expect(err).toContain('2 lines could not be scored');
	});
	it('takes an unknown option for not chosen, and does not fail', () => {
		const { status, out, err } = bank([
			'score',
			good(),
			responses(lines({ item: 'fixture-multiple-response-sata', response: { choices: ['zz'] } }))
		]);
		expect(status).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ points: 0 });
		expect(err).toContain('line 1: choices[0]: found "zz"');
	});
	it('says what is wrong with the bank, the file or the call', () => {
		expect(bank(['score', good(), '/no/such/file'])).toMatchObject({
			status: 1,
			err: expect.stringContaining('/no/such/file')
		});
		expect(bank(['score', '/no/such/bank', '/dev/null'])).toMatchObject({
			status: 1,
			err: expect.stringContaining('no bank')
		});
		const broken = folderWith({ 'bank.json': JSON.stringify(bankOf([itemOf({ id: 'BAD' })])) });
		expect(bank(['score', broken, '/dev/null'])).toMatchObject({
			status: 1,
			err: expect.stringContaining('items[0].id')
		});
		expect(bank(['score']).status).toBe(2);
	});
});

describe('coverage', () => {
	it('prints tables and gaps', () => {
		const { status, out, err } = bank(['coverage', good()]);
		expect([status, err]).toEqual([0, '']);
		for (const text of [
			'1 banks, 17 items',
			'Topics × item types',
			'Topics × skin tones',
			'Facts that no question tests',
			'Epstein pearls'
		]) {
			expect(out).toContain(text);
		}
	});
	it('gives the same as JSON', () => {
		const { status, out } = bank(['coverage', '--json', good()]);
		expect(status).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ banks: 1, items: 17, gaps: expect.any(Array) });
	});
	it('fails on gaps only when it is strict', () => {
		expect(bank(['coverage', '--strict', good()]).status).toBe(1);
	});
	it('takes the least number of items a topic should have', () => {
		expect(bank(['coverage', '--least', '0', good()]).out).not.toContain(
			'Topics with too few questions'
		);
		expect(bank(['coverage', '--least', 'many', good()]).status).toBe(2);
		expect(bank(['coverage', '--nonsense']).status).toBe(2);
	});
});

it('an unknown command shows the known ones', () => {
	const { status, err } = bank(['frobnicate']);
	expect(status).toBe(2);
	expect(err).toContain('Unknown command: frobnicate');
	expect(err).toContain('coverage');
	expect(bank(['help'])).toMatchObject({ status: 0, out: expect.stringContaining('check') });
});

describe('as a program', () => {
	it('reads responses from standard input, and fails with a code and no stack', () => {
		const line = JSON.stringify({ item: 'fixture-multiple-choice', response: { choice: 'a' } });
		const { status, out, err } = spawned(['score', good(), '-'], `${line}\nnonsense\n`);
		expect(status).toBe(1);
		expect(JSON.parse(out)).toMatchObject({ item: 'fixture-multiple-choice', points: 1 });
		expect(err).toBe(
			'-, line 2: (whole line): found "nonsense", expected one line of JSON: an object with "item" and "response"\n1 line could not be scored\n'
		);
	});
	it('checks the banks that Milium comes with', () => {
		expect(spawned(['check', 'questions'])).toMatchObject({
			status: 0,
			out: expect.stringContaining('no faults')
		});
	});
});
