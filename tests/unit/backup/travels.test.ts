// docs/backup-format.md says of every table and key whether it travels to a new device. What is added must be decided on, and listed.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROW_KINDS } from '$lib/backup/rows';
import { rowTables } from '$lib/storage/backup-rows';
import { MiliumDatabase } from '$lib/storage/database';
import { RESULT_KEYS } from '$lib/storage/results-in-memory';
import { SHELVES } from '$lib/storage/shelves';

const root = new URL('../../../', import.meta.url);
const docs = readFileSync(new URL('docs/backup-format.md', root), 'utf8');
/** The first two cells of each row of the table whose first heading is this. */
function listed(heading: string): Map<string, string> {
	const table = docs.split('\n\n').find((part) => part.startsWith(`| ${heading} `)) ?? '';
	const rows = table.split('\n').slice(2);
	return new Map(
		rows.map((row) => {
			const [, name = '', how = ''] = row.split('|').map((cell) => cell.trim());
			return [name.replaceAll('`', ''), how.replaceAll('`', '')];
		})
	);
}

const sources = ['src/lib', 'src/routes', 'static'].flatMap((folder) => {
	const url = new URL(`${folder}/`, root);
	return readdirSync(url, { recursive: true, withFileTypes: true })
		.filter((one) => one.isFile() && /\.(?:ts|js|svelte)$/.test(one.name))
		.map((one) => readFileSync(`${one.parentPath}/${one.name}`, 'utf8'));
});

describe('the list of what travels', () => {
	const db = new MiliumDatabase();
	const tables = listed('Table');

	it('names every table of the database', () => {
		expect([...tables.keys()].sort()).toEqual(db.tables.map((one) => one.name).sort());
	});

	it('says that rows travel of those that can be read back, and of no others', () => {
		const asRows = [...tables].flatMap(([name, how]) => (how === 'as rows' ? name : []));
		expect(asRows.sort()).toEqual(Object.keys(ROW_KINDS).sort());
		// Whatever else is kept as rows is a private key.
		const kept = rowTables(db).filter((name) => !asRows.includes(name));
		expect(kept).toEqual(['educatorKeys', 'learnerKeys']);
	});

	it('holds for memory too', () => {
		expect([...SHELVES, ...Object.keys(RESULT_KEYS)].sort()).toEqual(rowTables(db));
	});

	it('names every key outside the database', () => {
		const found = sources.flatMap((text) => text.match(/(?<=')milium:[\w:-]*(?=')/g) ?? []);
		expect(found.length).toBeGreaterThan(0);
		expect([...listed('Key').keys()].sort()).toEqual([...new Set(found)].sort());
	});
});
