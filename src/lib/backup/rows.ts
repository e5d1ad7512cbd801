// Rows of tables that a backup holds as they are, read as strictly as everything else in it. One that is not sound is set aside by
// name; the others are restored.
import type * as v from 'valibot';
import { passMarkDraftSchema } from '$lib/cohort/pass-mark-draft';
import {
	cohortSchema,
	digestSchema,
	importSchema,
	receiptRowSchema,
	setAsideSchema
} from '$lib/cohort/row-schemas';
import { draftSchema } from '$lib/modules/draft';
import { knownEducatorSchema, madeModuleSchema, takenModuleSchema } from '$lib/modules/kept-schema';
import { sentence } from '$lib/validation/fault';
import { parse } from '$lib/validation/parse';
import { frozenItem } from './frozen.js';

interface RowKind {
	/** What a person calls such a row. */
	readonly name: string;
	readonly schema: v.GenericSchema;
}

/** Every table whose rows travel. Keys do not: a private key never leaves its device. */
export const ROW_KINDS: Readonly<Record<string, RowKind>> = {
	passMarks: { name: 'pass mark draft', schema: passMarkDraftSchema },
	moduleDrafts: { name: 'module draft', schema: draftSchema },
	madeModules: { name: 'shared module', schema: madeModuleSchema },
	takenModules: { name: 'module taken', schema: takenModuleSchema },
	knownEducators: { name: 'known educator', schema: knownEducatorSchema },
	receipts: { name: 'result', schema: receiptRowSchema },
	digests: { name: 'scored result', schema: digestSchema },
	cohorts: { name: 'class', schema: cohortSchema },
	setAside: { name: 'result set aside', schema: setAsideSchema },
	imports: { name: 'import of results', schema: importSchema }
};

/** A row that is not restored. */
export interface LeftRow {
	/** What it is, as a person would call it: `module draft “Week 3”`. */
	readonly name: string;
	readonly reason: string;
}

/** Why a row cannot be restored, or undefined where it can. */
export async function leftOut(
	table: string,
	row: object,
	sha256: (bytes: Uint8Array) => Promise<Uint8Array>
): Promise<LeftRow | undefined> {
	const kind = Object.hasOwn(ROW_KINDS, table) ? ROW_KINDS[table] : undefined;
	if (kind === undefined)
		return {
			name: `record of “${table}”`,
			reason: 'this version of Milium does not know its kind'
		};
	const name = `${kind.name}${labelOf(row)}`;
	const read = parse(kind.schema, row);
	if (!read.ok) {
		const [first] = read.faults;
		return { name, reason: first === undefined ? 'damaged' : sentence(first, 'the record') };
	}
	for (const item of [...listIn(row, 'items'), ...listIn(row, 'shown')])
		if ((await frozenItem(item, sha256)) === undefined)
			return { name, reason: 'it holds a question that cannot be read' };
	return undefined;
}

/** The questions that a kept module holds. */
function listIn(row: object, key: string): readonly object[] {
	const list: unknown = Reflect.get(row, key);
	return Array.isArray(list) ? (list as readonly object[]) : [];
}

const LONGEST = 60;
/** What tells a row from others of its kind, if it says so. */
function labelOf(row: object): string {
	const at = (...keys: readonly string[]) =>
		keys.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
			row
		);
	const found = [
		at('title'),
		at('module', 'content', 'title'),
		at('terms', 'title'),
		at('code'),
		at('name'),
		at('id')
	].find((one) => typeof one === 'string' && one !== '');
	return typeof found === 'string' ? ` “${found.slice(0, LONGEST)}”` : '';
}
