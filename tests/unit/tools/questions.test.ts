import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readBanks } from '../../../src/tools/questions.js';
import { caseBank } from '../../fixtures/banks/index.js';
import { folderWith } from './folder.js';

it('two banks cannot share the id of a case', () => {
	const other = caseBank();
	for (const item of other.items) item['id'] = `other-${String(item['id'])}`;
	for (const one of other.cases) one.items = one.items.map((id) => `other-${id}`);
	const folder = folderWith({
		'a/bank.json': JSON.stringify(caseBank()),
		'b/bank.json': JSON.stringify({ ...other, id: 'other' })
	});
	const files = ['a', 'b'].map((name) => join(folder, name, 'bank.json'));
	const { faults } = readBanks(files, undefined);
	expect(faults).toMatchObject([
		{ file: files[1], path: 'cases[0].id', value: '"probe-case"', rule: 'id.unique' }
	]);
	expect(faults[0]?.expected).toContain(join('a', 'bank.json'));
});
