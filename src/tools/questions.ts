// Reads `questions/` from disk: banks, topics and the evidence ledger, checked.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '../lib/banks/bank.js';
import { briefOf } from '../lib/banks/brief.js';
import { MINIMA } from '../lib/banks/coverage-gaps.js';
import { coveragePage, type CoveragePage } from '../lib/banks/coverage-page.js';
import { coverageOf } from '../lib/banks/coverage.js';
import { canonicalJson, hashName } from '../lib/banks/canonical.js';
import type { BankBrief, CompiledBank } from '../lib/banks/catalogue.js';
import { compileItems } from '../lib/banks/compile.js';
import { checkDrawings } from '../lib/banks/drawing-check.js';
import { checkAgainstLedger } from '../lib/banks/ledger-check.js';
import { parseBank } from '../lib/banks/parse.js';
import { citationsOf, type Citation } from '../lib/evidence/citations.js';
import {
	adviceOf,
	decidersOf,
	differentialOf,
	disagreementsOf,
	entityPages,
	glossaryOf
} from '../lib/evidence/learn.js';
import { parseLedger, type Ledger, type LedgerFiles } from '../lib/evidence/ledger.js';
import { fault, sentence, type Fault } from '../lib/validation/fault.js';

export const QUESTIONS = fileURLToPath(new URL('../../questions', import.meta.url));

/** A fault and the file it stands in. */
export interface FileFault extends Fault {
	readonly file: string;
}

export interface BankFile {
	readonly file: string;
	readonly bank: Bank;
}

/** The content hash of an item: what an attempt keeps to know the wording it was asked with. */
export function contentHash(item: unknown): string {
	return hashName(createHash('sha256').update(canonicalJson(item)).digest());
}

/** Reads a JSON file; a file that is no JSON is a fault that says where it breaks. */
export function readJson(file: string): { value: unknown } | { faults: FileFault[] } {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
	} catch (error) {
		const expected = error instanceof TypeError ? 'text in UTF-8' : 'a file that can be read';
		return {
			faults: [
				{
					file,
					...fault(
						[],
						String(error instanceof Error ? error.message : error),
						expected,
						'file.read'
					)
				}
			]
		};
	}
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return {
			faults: [
				{
					file,
					...fault(
						[],
						error instanceof Error ? error.message : 'no JSON',
						'valid JSON',
						'file.json'
					)
				}
			]
		};
	}
}

/** Bank files at a path: the file itself, or every `bank.json` below a folder. */
export function findBankFiles(path: string): string[] {
	const full = resolve(path);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [full];
	return readdirSync(full, { recursive: true, encoding: 'utf8' })
		.filter((name) => name === 'bank.json' || name.endsWith('/bank.json'))
		.sort()
		.map((name) => join(full, name));
}

/** Reads the ledger in `questions/evidence`. */
export function readLedger(folder = join(QUESTIONS, 'evidence')): {
	ledger: Ledger | undefined;
	faults: FileFault[];
} {
	const faults: FileFault[] = [];
	const read = (name: keyof LedgerFiles) => {
		const file = join(folder, `${name}.json`);
		const got = readJson(file);
		if ('faults' in got) {
			faults.push(...got.faults);
			return undefined;
		}
		return got.value;
	};
	const files: LedgerFiles = {
		topics: read('topics'),
		facts: read('facts'),
		sources: read('sources'),
		differential: read('differential'),
		conflicts: read('conflicts'),
		pages: read('pages'),
		glossary: read('glossary')
	};
	if (faults.length > 0) return { ledger: undefined, faults };
	const parsed = parseLedger(files);
	if (parsed.ok) return { ledger: parsed.value, faults: [] };
	return { ledger: undefined, faults: parsed.faults.map((one) => ({ file: folder, ...one })) };
}

/** Reads and checks bank files; every fault of every file. */
export function readBanks(
	files: readonly string[],
	ledger: Ledger | undefined
): { banks: BankFile[]; faults: FileFault[] } {
	const banks: BankFile[] = [];
	const faults: FileFault[] = [];
	const owners = { items: new Map<string, string>(), cases: new Map<string, string>() };
	for (const file of files) {
		const got = readJson(file);
		if ('faults' in got) {
			faults.push(...got.faults);
			continue;
		}
		const parsed = parseBank(got.value);
		if (!parsed.ok) {
			faults.push(...parsed.faults.map((one) => ({ file, ...one })));
			continue;
		}
		const bank = parsed.value;
		banks.push({ file, bank });
		faults.push(...checkDrawings(bank).map((one) => ({ file, ...one })));
		if (ledger !== undefined)
			faults.push(...checkAgainstLedger(bank, ledger).map((one) => ({ file, ...one })));
		faults.push(...usedElsewhere('items', bank.items, file, owners.items));
		faults.push(...usedElsewhere('cases', bank.cases ?? [], file, owners.cases));
	}
	return { banks, faults };
}

/** Faults of ids that an earlier file uses; notes the others as used by this file. */
function usedElsewhere(
	list: string,
	entries: readonly { readonly id: string }[],
	file: string,
	owner: Map<string, string>
): FileFault[] {
	return entries.flatMap(({ id }, index) => {
		const before = owner.get(id);
		owner.set(id, file);
		if (before === undefined || before === file) return [];
		const expected = `an id not used in ${relative(process.cwd(), before)}`;
		return [{ file, ...fault([list, index, 'id'], id, expected, 'id.unique') }];
	});
}

export interface Questions {
	readonly files: readonly string[];
	readonly topics: Ledger['topics'];
	readonly citations: Readonly<Record<string, Citation>>;
	readonly banks: readonly CompiledBank[];
	/** What the learn pages show. */
	readonly learn: ReturnType<typeof learnOf>;
	/** The same in brief. */
	readonly briefs: readonly BankBrief[];
	/** What they cover of the ledger. */
	readonly coverage: CoveragePage;
}

const learnOf = (ledger: Ledger) => ({
	entities: entityPages(ledger),
	differential: differentialOf(ledger),
	disagreements: disagreementsOf(ledger),
	advice: adviceOf(ledger),
	glossary: glossaryOf(ledger),
	deciders: decidersOf(ledger)
});

/** Everything the app is built with. Throws with every fault when something does not pass. */
export function loadQuestions(): Questions {
	const { ledger, faults } = readLedger();
	const files = findBankFiles(join(QUESTIONS, 'banks'));
	const read = readBanks(files, ledger);
	const all = [...faults, ...read.faults];
	if (ledger === undefined || all.length > 0) {
		const lines = all.map((one) => `${relative(process.cwd(), one.file)}: ${sentence(one)}`);
		throw new Error(`questions/ has ${all.length} faults:\n${lines.join('\n')}`);
	}
	const used = new Set(read.banks.flatMap(({ bank }) => bank.items.flatMap((item) => item.facts)));
	const whole = read.banks.map(({ bank }) => bank);
	const banks = whole.map((bank): CompiledBank => {
		const { $schema: _schema, ...head } = bank;
		const items = compileItems(bank).map((item) => ({ ...item, hash: contentHash(item) }));
		return { ...head, items };
	});
	return {
		files,
		topics: ledger.topics,
		citations: citationsOf(ledger, used),
		banks,
		learn: learnOf(ledger),
		briefs: banks.map(briefOf),
		coverage: coveragePage(coverageOf(whole, ledger, MINIMA), ledger, MINIMA)
	};
}
