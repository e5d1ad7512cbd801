// Tables and verdicts on the terminal.
import { loadavg } from 'node:os';

/** How far a time may be over its limit on a machine that does other things as well. */
const NOISE = 0.15;

/** A figure and the most that it may be. */
export interface Gate {
	readonly name: string;
	readonly figure: number;
	readonly limit: number;
	/** Times and their ratios move with the weather of the machine; bytes, counts and heaps do not. */
	readonly kind: 'time' | 'exact';
	readonly digits: number;
	readonly unit: string;
}

export interface Table {
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** What a scenario gives back. */
export interface Outcome {
	readonly title: string;
	readonly tables: readonly Table[];
	readonly notes: readonly string[];
	readonly gates: readonly Gate[];
	/** Everything measured, for `--json`. */
	readonly samples: unknown;
}

export type Verdict = 'held' | 'held within noise' | 'MISSED';

/** A figure that could not be had is missed. */
export function verdictOf({ figure, limit, kind }: Gate): Verdict {
	if (figure <= limit) return 'held';
	return kind === 'time' && figure <= limit * (1 + NOISE) ? 'held within noise' : 'MISSED';
}

/** Load average of one minute, as the system tells it. */
export function loadNow(): string {
	return (loadavg()[0] ?? Number.NaN).toFixed(1);
}

export function printOutcome({ title, tables, notes }: Outcome): void {
	process.stdout.write(`\n${title}\n\n`);
	for (const table of tables) process.stdout.write(`${lines(table)}\n`);
	for (const note of notes) process.stdout.write(`${note}\n`);
}

/** One line for each gate. Gives the number of those missed. */
export function printGates(gates: readonly Gate[]): number {
	const rows = gates.map((gate) => {
		const show = (value: number) => `${value.toFixed(gate.digits)}${gate.unit}`;
		return [gate.name, show(gate.figure), `≤ ${show(gate.limit)}`, verdictOf(gate)];
	});
	process.stdout.write(`\n${lines({ head: ['gate', 'figure', 'limit', 'held'], rows })}\n`);
	return gates.filter((gate) => verdictOf(gate) === 'MISSED').length;
}

function lines({ head, rows }: Table): string {
	const widths = head.map((name, column) =>
		Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length))
	);
	const line = (cells: readonly string[]) =>
		cells
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('   ')
			.trimEnd();
	const rule = widths.map((width) => '─'.repeat(width)).join('───');
	return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}
