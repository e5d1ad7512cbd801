// Gradebooks in the shapes that learning management systems import.
import { sameName } from './names.js';
import { missingOf, namesOf, type Naming } from './people.js';
import type { CohortRow } from './store.js';
import type { LearnerLine } from './summary.js';

/** Rows of a table, under their headings. */
export type Rows = readonly (readonly (string | number | undefined)[])[];

/** Systems that a gradebook can be made for. */
export const SYSTEMS = [
	{ id: 'moodle', name: 'Moodle' },
	{ id: 'canvas', name: 'Canvas' }
] as const;
export type SystemId = (typeof SYSTEMS)[number]['id'];

/** The gradebook of a module. */
export function gradebook(system: SystemId, cohort: CohortRow, naming: Naming): Rows {
	return system === 'moodle' ? moodle(cohort, naming) : canvas(cohort, naming);
}

/** At most so many decimals: Canvas shows two, Moodle up to five. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** The points of a module where every learner could earn the same; 100 otherwise, and then scores are in per cent. */
function scaleOf({ summary }: CohortRow): { readonly max: number; of(line: LearnerLine): number } {
	const maxima = new Set(summary.learners.map((one) => one.max));
	const [max] = maxima;
	if (max === undefined || maxima.size > 1) return { max: 100, of: (line) => 100 * line.share };
	return { max, of: (line) => line.points };
}

/**
 * Moodle maps columns by hand in its preview, so any headings do; `ID number` and the title are what its own exports are headed. A cell
 * that is empty changes nothing there. (docs.moodle.org, Grade import; grade/import/csv.)
 */
function moodle(cohort: CohortRow, naming: Naming): Rows {
	const { max, of } = scaleOf(cohort);
	const { title } = cohort.terms;
	const head = ['ID number', `${title} (Real)`, 'Maximum', `${title} (Percentage)`, 'Passed'];
	return [
		head,
		...linesOf(cohort, naming).map(({ name, line }) =>
			line === undefined
				? [name, undefined, max, undefined, undefined]
				: [name, rounded(of(line)), max, rounded(100 * line.share), passedWord(line)]
		)
	];
}

/**
 * Canvas wants its own headings in its own order and, under them, a row with the points possible; a column that it does not know becomes
 * a new assignment. It finds a student by SIS id, by login, or by name. (canvas-lms, lib/gradebook_importer.rb.)
 */
function canvas(cohort: CohortRow, naming: Naming): Rows {
	const { max, of } = scaleOf(cohort);
	return [
		['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', cohort.terms.title],
		['    Points Possible', undefined, undefined, undefined, undefined, rounded(max)],
		...linesOf(cohort, naming).map(({ name, line }) => [
			name,
			undefined,
			name,
			name,
			undefined,
			line === undefined ? undefined : rounded(of(line))
		])
	];
}

const passedWord = ({ passed }: LearnerLine) =>
	passed === undefined ? undefined : passed ? 'yes' : 'no';

/** Every learner, then those of whom nothing has come. Those are known by name alone, so codes leave them out. */
function linesOf(
	{ summary, expected }: CohortRow,
	naming: Naming
): { readonly name: string; readonly line: LearnerLine | undefined }[] {
	const names = namesOf(summary.learners, naming);
	const asExpected = new Map(expected.map((one) => [sameName(one), one]));
	const there = summary.learners.map((line) => {
		const name = names.get(line.learner) ?? '';
		// As the educator writes it, so that the other system knows it again.
		const known = naming === 'names' && !line.shared ? asExpected.get(sameName(name)) : undefined;
		return { name: known ?? name, line };
	});
	const missing = naming === 'codes' ? [] : missingOf(expected, summary.learners);
	return [...there, ...missing.map((name) => ({ name, line: undefined }))];
}
