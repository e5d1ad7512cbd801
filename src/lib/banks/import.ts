// Reads a bank that somebody brings: the text of a file, checked, compiled and hashed, or every fault at once.
import { fault } from '$lib/validation/fault';
import type { Parsed } from '$lib/validation/parse';
import { canonicalJson, hashName } from './canonical.js';
import type { CompiledBank } from './catalogue.js';
import { compileItems } from './compile.js';
import { parseBank } from './parse.js';

/** Larger files are refused before they are read. */
export const LARGEST_FILE = 20_000_000;
/** No bank is nested deeper; a file that is could bring down what reads it. */
const DEEPEST = 32;

/** Reads the text of a bank file. `sha256` hashes bytes. */
export async function importBank(
	text: string,
	sha256: (bytes: Uint8Array) => Promise<Uint8Array>
): Promise<Parsed<CompiledBank>> {
	if (depthOf(text) > DEEPEST) {
		return refuse(`${depthOf(text)} levels`, `at most ${DEEPEST} levels of nesting`);
	}
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch (error) {
		return refuse(error instanceof Error ? error.message : 'no JSON', 'valid JSON');
	}
	const parsed = parseBank(file);
	if (!parsed.ok) return parsed;
	const { $schema: _schema, ...bank } = parsed.value;
	const items = await Promise.all(
		compileItems(parsed.value).map(async (item) => ({
			...item,
			hash: hashName(await sha256(new TextEncoder().encode(canonicalJson(item))))
		}))
	);
	return { ok: true, value: { ...bank, items } };
}

const refuse = (value: string, expected: string): Parsed<never> => ({
	ok: false,
	faults: [fault([], value, expected, 'file.json')]
});

/** How deep brackets are nested, counted without parsing: strings are skipped, the rest is not looked at. */
export function depthOf(text: string): number {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let index = 0; index < text.length; index += 1) {
		const code = text.charCodeAt(index);
		if (inString) {
			if (code === BACKSLASH) index += 1;
			else if (code === QUOTE) inString = false;
		} else if (code === QUOTE) inString = true;
		else if (code === BRACE || code === BRACKET) deepest = Math.max(deepest, (depth += 1));
		else if (code === BRACE_END || code === BRACKET_END) depth -= 1;
	}
	return deepest;
}

const [QUOTE, BACKSLASH, BRACE, BRACE_END, BRACKET, BRACKET_END] = [34, 92, 123, 125, 91, 93];
