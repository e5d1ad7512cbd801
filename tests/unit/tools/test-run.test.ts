import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLanes, tallyOfReport } from '../../../src/tools/test-run.js';
import { ROOT } from '../../../src/tools/setup.js';
import { folderWith } from './folder.js';

const test = (fullName: string, status: string) => ({ fullName, status });
function tally(testResults: unknown, ok: boolean) {
	const folder = folderWith({ 'unit.json': JSON.stringify({ testResults }) });
	return tallyOfReport('unit tests', join(folder, 'unit.json'), ok);
}
const file = (status: string, ...assertionResults: unknown[]) => ({
	name: join(ROOT, 'tests/unit/x.test.ts'),
	status,
	assertionResults
});

describe('counting', () => {
	it('passed and failed tests', () => {
		const results = [
			file('failed', test('a', 'passed'), test('b', 'failed'), test('c', 'skipped'))
		];
		expect(tally(results, false)).toEqual({
			passed: 1,
			failed: ['tests/unit/x.test.ts: b'],
			skipped: 1
		});
	});
	it('a file that could not be loaded as a failure', () => {
		expect(tally([file('failed'), file('passed', test('a', 'passed'))], false)).toMatchObject({
			passed: 1,
			failed: [expect.stringContaining('the file itself')]
		});
	});
	it('an error outside all tests as a failure', () => {
		expect(tally([file('passed', test('a', 'passed'))], false).failed).toHaveLength(1);
	});
	it('a run without a report as a failure', () => {
		expect(
			tallyOfReport('unit tests', join(folderWith({}), 'none.json'), true).failed
		).toHaveLength(1);
	});
	it('nothing as a failure where all is well', () => {
		expect(tally([file('passed', test('a', 'passed'))], true)).toEqual({
			passed: 1,
			failed: [],
			skipped: 0
		});
	});
});

describe('lanes', () => {
	it('take the next task as soon as they are free, in order, until all are through', async () => {
		const begun: number[] = [];
		const done: (() => void)[] = [];
		const tasks = [0, 1, 2, 3].map((at) => () => {
			begun.push(at);
			return new Promise<void>((resolve) => (done[at] = resolve));
		});
		const all = inLanes(2, tasks);
		expect(begun).toEqual([0, 1]);
		const pass = () => new Promise((resolve) => setImmediate(resolve));
		done[1]?.();
		await pass();
		expect(begun).toEqual([0, 1, 2]);
		done[2]?.();
		await pass();
		expect(begun).toEqual([0, 1, 2, 3]);
		done[3]?.();
		let over = false;
		void all.then(() => (over = true));
		await pass();
		expect(over).toBe(false);
		done[0]?.();
		await all;
	});
});
