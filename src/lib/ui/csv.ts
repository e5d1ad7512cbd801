/** What a cell of a table may hold. */
export type CsvCell = string | number | undefined;

/**
 * A table as comma-separated values (RFC 4180), with a byte order mark, without which spreadsheets misread letters beyond ASCII. A text
 * that a spreadsheet would take for a formula is prefixed with an apostrophe (OWASP, CSV Injection); numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** The full-width signs count too: spreadsheets with a Japanese or Chinese keyboard in mind read them as the others. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

function cellOf(value: CsvCell): string {
	if (value === undefined) return '';
	if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
	const text = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
