import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
	coverageOf,
	isKeyable,
	type Counts,
	type Coverage,
	type GapKind
} from '../../lib/banks/coverage.js';
import { CJMM_STEP_NAMES, CJMM_STEPS, DIFFICULTIES } from '../../lib/items/contract.js';
import { ITEM_TYPES } from '../../lib/items/registry.js';
import { QUESTIONS, readLedger } from '../questions.js';
import { faultLine, readBanksAt, say, warn } from './io.js';
import { table } from './table.js';

const LEAST = 4;
const USAGE = `Usage: npm run bank -- coverage [PATH…] [--least ${LEAST}] [--json]

  PATH…      banks, all of questions/banks where absent
  --least N  items that every topic should have
  --json     everything as one JSON document
`;

/** Prints what banks cover and every gap. Exit code 1 when a bank has faults, 2 for wrong usage; gaps are no failure. */
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
	const found = coverageOf(banks, ledger, asked.least);
	say(asked.json ? `${JSON.stringify(found, null, '\t')}\n` : describe(found));
	return 0;
}

function readArgs(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				least: { type: 'string', default: String(LEAST) }
			}
		});
		const least = Number(values.least);
		if (!Number.isInteger(least) || least < 0) return undefined;
		return {
			json: values.json,
			least,
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
	const sections = [
		`${found.banks} banks, ${found.items} items; ${tested} of ${keyable.length} keyable facts tested\n`,
		`Topics × item types\n${topicsByType(found)}`,
		`Topics × steps of clinical judgment, × difficulty\n${topicsByStep(found)}`,
		`Diagnoses named by options\n${table(
			['', 'options', 'right'],
			found.entities.map((one) => [one.name, one.options, one.keyed])
		)}`,
		...tones(found),
		`Facts tested, by topic\n${factsByTopic(found)}`,
		gaps(found)
	];
	return sections.join('\n');
}

function topicsByType({ topics, types }: Coverage): string {
	const used = ITEM_TYPES.filter((type) => (types[type.id] ?? 0) > 0);
	const legend = used.map((type, index) => `  ${index + 1}  ${type.name}\n`).join('');
	const row = (name: string, items: number, counts: Counts) => [
		name,
		items,
		...used.map((type) => counts[type.id] ?? 0)
	];
	const rows = topics.map((topic) => row(topic.name, topic.items, topic.types));
	return legend + table(['', 'items', ...used.map((_, index) => String(index + 1))], rows);
}

function topicsByStep({ topics }: Coverage): string {
	const legend = CJMM_STEPS.map((step, index) => `  ${index + 1}  ${CJMM_STEP_NAMES[step]}\n`).join(
		''
	);
	const rows = topics.map((topic) => [
		topic.name,
		topic.items,
		...CJMM_STEPS.map((step) => topic.steps[step] ?? 0),
		...DIFFICULTIES.map((one) => topic.difficulties[one] ?? 0)
	]);
	const head = ['', 'items', ...CJMM_STEPS.map((_, index) => String(index + 1)), ...DIFFICULTIES];
	return legend + table(head, rows);
}

function tones(found: Coverage): string[] {
	const rows = Object.entries(found.tones);
	if (rows.every(([, items]) => items === 0)) return [];
	const counted = rows.map(([tone, items]) => [tone, items, found.illustrated[tone] ?? 0]);
	return [`Skin tones (Monk scale)\n${table(['', 'items', 'illustrated'], counted)}`];
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

const TITLES: Readonly<Record<GapKind, string>> = {
	topic: 'Topics with too few items',
	fact: 'Keyable facts that no item tests',
	type: 'Item types without an item',
	step: 'Steps without an item',
	difficulty: 'Difficulties without an item',
	entity: 'Diagnoses that no option names',
	tone: 'Skin tones without an item'
};

function gaps(found: Coverage): string {
	if (found.gaps.length === 0) return 'No gaps\n';
	const kinds = Object.keys(TITLES) as GapKind[];
	const parts = kinds.flatMap((kind) => {
		const own = found.gaps.filter((gap) => gap.kind === kind);
		const lines = own.map((gap) => `  ${gap.id}: ${gap.says}\n`).join('');
		return own.length === 0 ? [] : [`${TITLES[kind]} (${own.length})\n${lines}`];
	});
	return `${found.gaps.length} gaps\n\n${parts.join('\n')}`;
}
