/** Rows as a table for a terminal: the first column to the left, numbers to the right, a zero as a dot. */
export function table(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[]
): string {
	const cells = [head, ...rows].map((row) => row.map((cell) => (cell === 0 ? '·' : String(cell))));
	const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	const lines = cells.map((row) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('  ')
			.trimEnd()
	);
	lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
	return `${lines.join('\n')}\n`;
}
