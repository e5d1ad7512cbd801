// Builds banks from the cases in tests/cases/flaws, whose short form is explained in tests/cases/README.md.
import type { Bank } from '$lib/banks/bank';
import { parseBank } from '$lib/banks/parse';
import { CJMM_STEPS } from '$lib/items/contract';
import type { Finding } from '$lib/banks/lint/lint';
import { fixtureOf } from '../../../fixtures/items/index.js';
import { bankOf, type Json } from '../bank-of.js';

/** An item in short: what differs from the fixture of its type. */
interface ShortItem {
	readonly type?: string;
	readonly scenario?: string | null;
	readonly stem?: string;
	/** Texts; `*` before the keyed ones, `entity:` before the name of a diagnosis. */
	readonly options?: readonly string[];
	readonly misconceptions?: boolean;
	readonly change?: Json;
	readonly times?: number;
}

export interface FlawCase extends ShortItem {
	readonly rule: string;
	readonly fires: boolean;
	readonly note: string;
	readonly banks?: readonly (readonly ShortItem[])[];
	readonly case?: { readonly first: readonly string[]; readonly last: string };
}

const files = import.meta.glob<{ format: string; cases: readonly FlawCase[] }>(
	'../../../cases/flaws/*.json',
	{ eager: true, import: 'default' }
);
export const FORMATS = Object.values(files).map((file) => file.format);
export const CASES = Object.values(files).flatMap((file) => file.cases);

const LETTERS = 'abcdefgh';

function optionsOf(texts: readonly string[], misconceptions: boolean) {
	const keyed: string[] = [];
	const options = texts.map((text, index) => {
		const id = LETTERS.charAt(index);
		const [, star, entity, shown] = /^(\*?)(?:([a-z-]+):)?(.*)$/.exec(text) ?? [];
		if (star === '*') keyed.push(id);
		return {
			...{ id, text: shown, rationale: 'So says the ledger.' },
			...(entity !== undefined && { entity }),
			...(star !== '*' && misconceptions && { misconception: 'Thinks that it is so.' })
		};
	});
	return { options, keyed };
}

/** The item that a short form stands for. */
function itemOf(short: ShortItem, id: string): Json {
	const { type = 'multiple-choice', scenario, stem, options, misconceptions = true } = short;
	const item: Json = { ...(fixtureOf(type) as unknown as Json), id };
	if (scenario === null) delete item['scenario'];
	else if (scenario !== undefined) item['scenario'] = scenario;
	if (stem !== undefined) item['stem'] = stem;
	if (options !== undefined) {
		const made = optionsOf(options, misconceptions);
		item['options'] = made.options;
		item['key'] = type === 'multiple-choice' ? { choice: made.keyed[0] } : { choices: made.keyed };
	}
	return { ...item, ...short.change };
}

function caseBank({ first, last }: NonNullable<FlawCase['case']>): Json {
	const items = CJMM_STEPS.map((step, index) =>
		itemOf(
			{
				...(index === 0 && { options: first }),
				...(index === CJMM_STEPS.length - 1 && { stem: last }),
				change: { step }
			},
			`step-${index + 1}`
		)
	);
	const entries = [{ id: 'one', from: 1, text: 'A patch behind the ear.' }];
	return bankOf(items, {
		cases: [
			{
				...{ id: 'probe-case', title: 'A patch', summary: 'A patch behind the ear.' },
				topics: ['milia-en-plaque'],
				record: [{ id: 'notes', tab: 'notes', entries }],
				items: items.map((item) => item['id']),
				review: { status: 'draft' }
			}
		]
	});
}

function read(file: Json): Bank {
	const parsed = parseBank(file);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, '\t'));
	return parsed.value;
}

/** The banks of a case. */
export function banksOf(one: FlawCase): Bank[] {
	if (one.case !== undefined) return [read(caseBank(one.case))];
	const banks = one.banks ?? [[one]];
	return banks.map((list, bank) => {
		const items = list.flatMap((short, at) =>
			Array.from({ length: short.times ?? 1 }, (_, time) =>
				itemOf(short, `item-${bank}-${at}-${time}`)
			)
		);
		return read(bankOf(items, { id: `probe-${bank}` }));
	});
}

/** Ids of the rules that fired. */
export const rulesIn = (findings: readonly Finding[]) => [
	...new Set(findings.map((one) => one.rule))
];
