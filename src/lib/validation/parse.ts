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
	return { ok: false, faults: result.issues.map(toFault) };
}

function toFault(issue: v.BaseIssue<unknown>): Fault {
	const keys = (issue.path ?? []).map((step) =>
		typeof step.key === 'number' ? step.key : String(step.key)
	);
	return fault(keys, issue.input, expectation(issue));
}

function expectation(issue: v.BaseIssue<unknown>): string {
	// A message written in the schema wins; valibot's own ones begin with "Invalid".
	if (!issue.message.startsWith('Invalid')) return issue.message;
	if (issue.type === 'strict_object' && issue.expected === 'never')
		return 'no such key (it is not part of the format)';
	return issue.expected ?? issue.message;
}
