import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isKeyable, TONES, total, type Counts } from '../../lib/banks/coverage-count.js';
import { GAP_KINDS, GAP_NAMES, LOOSE, MINIMA } from '../../lib/banks/coverage-gaps.js';
import { coverageOf, type Coverage } from '../../lib/banks/coverage.js';
import {
	AGE_NAMES,
	AGES,
	CJMM_STEP_NAMES,
	CJMM_STEPS,
	DIFFICULTIES
} from '../../lib/items/contract.js';
import { ITEM_TYPES } from '../../lib/items/registry.js';
import { QUESTIONS, readLedger } from '../questions.js';
import { faultLine, readBanksAt, say, warn } from './io.js';
import { table } from './table.js';

const USAGE = `Usage: npm run bank -- coverage [PATH…] [--least N] [--json] [--strict]

  PATH…      banks, all of questions/banks where absent
  --least N  items that every topic should have: ${MINIMA.topic}, or ${LOOSE.topic} with PATH
  --json     everything as one JSON document
  --strict   exit with 1 where anything is missing
`;

/**
 * Prints what banks cover and every gap. Exit code 1 when a bank has faults (with --strict: or there is a gap), 2 for wrong usage.
 */
export function coverage(args: readonly string[]): number {
	const asked = readArgs(args);
	if (asked === undefined) {
		warn(USAGE);
		return 2;
	}
	const { ledger, faults } = readLedger();
	for (const one of faults) warn(faultLine(one));
	if (ledger === undefined) return 1;
	const banks = readBanksAt(asked.paths, ledger);
	if (banks === undefined) return 1;
	const found = coverageOf(banks, ledger, asked.minima);
	say(asked.json ? `${JSON.stringify(found, null, '\t')}\n` : describe(found));
	return asked.strict && found.gaps.length > 0 ? 1 : 0;
}

function readArgs(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				strict: { type: 'boolean', default: false },
				least: { type: 'string' }
			}
		});
		const minima = positionals.length > 0 ? LOOSE : MINIMA;
		const least = Number(values.least ?? minima.topic);
		if (!Number.isInteger(least) || least < 0) return undefined;
		return {
			...{ json: values.json, strict: values.strict },
			minima: { ...minima, topic: least },
			paths: positionals.length > 0 ? positionals : [join(QUESTIONS, 'banks')]
		};
	} catch (error) {
		warn(`${error instanceof Error ? error.message : String(error)}\n\n`);
		return undefined;
	}
}

function describe(found: Coverage): string {
	const keyable = found.facts.filter(isKeyable);
	const tested = keyable.filter((fact) => fact.items.length > 0).length;
	const { banks, items, cases, singleBest } = found;
	const illustrated = total(found.illustrated);
	const sections = [
		`${banks} banks, ${items} items, ${cases} case studies; ${illustrated} items with a drawing, ${singleBest} with a single best answer; ` +
			`${tested} of ${keyable.length} keyable facts tested\n`,
		`Topics × item types\n${topicsByType(found)}`,
		`Topics × steps of clinical judgment, × difficulty\n${topicsByStep(found)}`,
		`Topics × skin tones (Monk scale), × ages\n${topicsByPatient(found)}`,
		`Diagnoses named by options\n${table(
			['', 'options', 'right'],
			found.entities.map((one) => [one.name, one.options, one.keyed])
		)}`,
		`Facts tested, by topic\n${factsByTopic(found)}`,
		`Items by fact\n${itemsByFact(found)}`,
		gaps(found)
	];
	return sections.join('\n');
}

/** Names of columns, numbered so that the columns can be narrow. */
const legend = (names: readonly string[]) =>
	names.map((name, index) => `  ${index + 1}  ${name}\n`).join('');
const numbers = (names: readonly unknown[]) => names.map((_, index) => String(index + 1));
const cells = (names: readonly string[], counts: Counts) => names.map((name) => counts[name] ?? 0);

function topicsByType({ topics, types }: Coverage): string {
	const used = ITEM_TYPES.filter((type) => (types[type.id] ?? 0) > 0);
	const ids = used.map((type) => type.id);
	const rows = topics.map((topic) => [topic.name, topic.items, ...cells(ids, topic.types)]);
	const total = ['All items', '', ...cells(ids, types)];
	return (
		legend(used.map((type) => type.name)) + table(['', 'items', ...numbers(used)], [...rows, total])
	);
}

function topicsByStep({ topics }: Coverage): string {
	const rows = topics.map((topic) => [
		...[topic.name, topic.items],
		...cells(CJMM_STEPS, topic.steps),
		...cells(DIFFICULTIES, topic.difficulties)
	]);
	const head = ['', 'items', ...numbers(CJMM_STEPS), ...DIFFICULTIES];
	return legend(CJMM_STEPS.map((step) => CJMM_STEP_NAMES[step])) + table(head, rows);
}

function topicsByPatient({ topics, tones, ages, illustrated }: Coverage): string {
	const row = (name: string, own: { tones: Counts; ages: Counts }) => [
		...[name, ...cells(TONES, own.tones)],
		...cells(AGES, own.ages)
	];
	const rows = topics.map((topic) => row(topic.name, topic));
	const head = ['', ...TONES, ...AGES.map((age) => AGE_NAMES[age])];
	const drawn = row('Drawings', { tones: illustrated, ages: {} });
	return table(head, [...rows, row('All items', { tones, ages }), drawn]);
}

function factsByTopic({ topics, facts }: Coverage): string {
	const rows = topics.map((topic) => {
		const own = facts.filter((fact) => fact.topic === topic.id);
		const keyable = own.filter(isKeyable);
		const tested = keyable.filter((fact) => fact.items.length > 0).length;
		return [topic.name, own.length, keyable.length, tested, keyable.length - tested];
	});
	return table(['', 'facts', 'keyable', 'tested', 'open'], rows);
}

const itemsByFact = ({ facts }: Coverage): string =>
	facts
		.map(
			({ id, use, items }) => `  ${id} (${use}): ${items.length === 0 ? '–' : items.join(', ')}\n`
		)
		.join('');

function gaps(found: Coverage): string {
	if (found.gaps.length === 0) return 'No gaps\n';
	const parts = GAP_KINDS.flatMap((kind) => {
		const own = found.gaps.filter((gap) => gap.kind === kind);
		const lines = own.map((gap) => `  ${gap.says}\n`).join('');
		return own.length === 0 ? [] : [`${GAP_NAMES[kind]} (${own.length})\n${lines}`];
	});
	return `${found.gaps.length} gaps\n\n${parts.join('\n')}`;
}
