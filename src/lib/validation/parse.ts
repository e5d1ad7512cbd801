import * as v from 'valibot';
import { fault, type Fault } from './fault.js';

/** What reading something untrusted gives: the value, or every fault found at once. */
export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads `input` by `schema`; all faults at once, each with path, value and expectation. */
export function parse<TSchema extends v.GenericSchema>(
	schema: TSchema,
	input: unknown
): Parsed<v.InferOutput<TSchema>> {
	const result = v.safeParse(schema, input);
	if (result.success) return { ok: true, value: result.output };
	return {
		ok: false,
		faults: [...result.issues.map(toFault), ...furtherUnknownKeys(schema, input, result.issues)]
	};
}

type Issue = v.BaseIssue<unknown>;
type Keys = (string | number)[];

/** Enough for any slip of a pen; a file that was made to be strange is not read over and over. */
const MOST_PASSES = 10;

/** valibot names one unknown key of an object and stops; the next shows once that one is gone. */
function furtherUnknownKeys(
	schema: v.GenericSchema,
	input: unknown,
	issues: readonly Issue[]
): Fault[] {
	const faults: Fault[] = [];
	let rest = input;
	let unknown = issues.filter(isUnknownKey);
	for (let pass = 0; pass < MOST_PASSES && unknown.length > 0; pass += 1) {
		for (const issue of unknown) rest = without(rest, keysOf(issue));
		const again = v.safeParse(schema, rest);
		unknown = again.success ? [] : again.issues.filter(isUnknownKey);
		faults.push(...unknown.map(toFault));
	}
	return faults;
}

const isUnknownKey = (issue: Issue) => issue.type === 'strict_object' && issue.expected === 'never';
const isMissingKey = (issue: Issue) =>
	issue.type === 'strict_object' &&
	issue.expected !== 'never' &&
	issue.path?.at(-1)?.origin === 'key';

/** A copy of `value` without the entry at `keys`. */
function without(value: unknown, [key, ...rest]: Keys): unknown {
	if (key === undefined || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value))
		return value.map((one: unknown, at) => (at === key ? without(one, rest) : one));
	const entries = Object.entries(value).filter(([name]) => rest.length > 0 || name !== key);
	return Object.fromEntries(
		entries.map(([name, one]: [string, unknown]) => [name, name === key ? without(one, rest) : one])
	);
}

function keysOf(issue: Issue): Keys {
	return (issue.path ?? []).map((step) =>
		typeof step.key === 'number' ? step.key : String(step.key)
	);
}

function toFault(issue: Issue): Fault {
	// For an unknown key valibot gives the key as the input; what stood there says more.
	const value = isUnknownKey(issue) ? issue.path?.at(-1)?.value : issue.input;
	return fault(keysOf(issue), value, expectation(issue));
}

function expectation(issue: Issue): string {
	// A message written in the schema wins; valibot's own ones begin with "Invalid".
	if (!issue.message.startsWith('Invalid')) return issue.message;
	if (isUnknownKey(issue)) return 'no such key (it is not part of the format)';
	if (isMissingKey(issue)) return 'this key (it is required)';
	return issue.expected ?? issue.message;
}
