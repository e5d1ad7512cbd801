// The authors' guide lists every rule as the inventory has it. MILIUM_WRITE=1 writes the table.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { BANK_RULES, RULES } from '$lib/banks/lint/inventory';
import { ROOT } from '../../../../src/tools/setup.js';

const GUIDE = join(ROOT, 'docs/authoring.md');
const BLOCK = /(<!-- rules:.*?-->\n)[\s\S]*?(<!-- end of rules -->)/;
const BANKS = new Set(BANK_RULES.map((rule) => rule.id));

const cell = (text: string) => text.replaceAll('|', '\\|');
const table = [
	'| Rule | | What it finds | What to do | Source |',
	'| --- | --- | --- | --- | --- |',
	...RULES.map(({ id, severity, title, advice, source }) => {
		const what = `${title}${BANKS.has(id) ? ' (several items)' : ''}`;
		return `| \`${id}\` | ${severity} | ${[what, advice, source].map(cell).join(' | ')} |`;
	})
].join('\n');

it('lists every rule as the inventory has it', async () => {
	const guide = readFileSync(GUIDE, 'utf8');
	const options = { parser: 'markdown', useTabs: true, singleQuote: true, printWidth: 100 };
	const whole = guide.replace(
		BLOCK,
		(_, open: string, close: string) => `${open}\n${table}\n\n${close}`
	);
	const expected = await format(whole, options);
	if (process.env['MILIUM_WRITE'] === '1') writeFileSync(GUIDE, expected);
	expect(readFileSync(GUIDE, 'utf8')).toBe(expected);
});
