// `npm run schema`: writes the JSON Schema of the bank format, so that editors complete and check banks while they are
// written. With `-- --check` it only compares, and fails when the file is out of date.
import { toJsonSchema } from '@valibot/to-json-schema';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BANK_FORMAT, bankSchema, caseSchema } from '../lib/banks/schema.js';
import { idSchema, optionSchema, recordSchema, textSchema } from '../lib/items/item-schema.js';
import { ITEM_TYPES } from '../lib/items/registry.js';
import { QUESTIONS } from './questions.js';

const NAME = `${BANK_FORMAT.replace('/', '-')}.schema.json`;
const FILE = join(QUESTIONS, 'schema', NAME);

/**
 * What JSON Schema has no words for: checks that `npm run bank -- check` makes, and that a number is finite, which every
 * number in JSON is. Anything else that cannot be expressed is an error here, so that it is dropped knowingly or not at all.
 */
const LEFT_OUT = ['check', 'raw_check', 'partial_check', 'finite'];

/** The schema as the file holds it. */
function schemaText(): string {
	const schema = toJsonSchema(bankSchema, {
		target: 'draft-2020-12',
		errorMode: 'throw',
		ignoreActions: LEFT_OUT,
		definitions: {
			id: idSchema,
			text: textSchema,
			option: optionSchema,
			record: recordSchema,
			case: caseSchema,
			...Object.fromEntries(ITEM_TYPES.map((type) => [type.id, type.schema]))
		}
	});
	const { $schema, ...rest } = schema;
	const head = {
		$schema,
		$id: `urn:milium:${BANK_FORMAT.replace('/', ':')}`,
		title: 'Milium bank, version 1',
		description: 'Generated from src/lib/banks/schema.ts by npm run schema; do not edit.'
	};
	return `${JSON.stringify({ ...head, ...rest }, null, '\t')}\n`;
}

function main(args: readonly string[]): number {
	const text = schemaText();
	const name = relative(process.cwd(), FILE);
	if (!args.includes('--check')) {
		mkdirSync(join(QUESTIONS, 'schema'), { recursive: true });
		writeFileSync(FILE, text);
		process.stdout.write(`${name} written\n`);
		return 0;
	}
	const there = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined;
	if (there === text) {
		process.stdout.write(`${name} is up to date\n`);
		return 0;
	}
	process.stderr.write(
		`${name} ${there === undefined ? 'is missing' : 'differs from the bank format in src/lib'}. Run: npm run schema\n`
	);
	return 1;
}

process.exitCode = main(process.argv.slice(2));
