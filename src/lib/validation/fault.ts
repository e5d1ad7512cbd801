// One way of saying what is wrong with something a person wrote: where, what stood there, what was expected.

/** A fault in a file or a response. `path` is a JSON path such as `items[3].options[0].text`. */
export interface Fault {
	readonly path: string;
	/** What stood there, shortened for display. */
	readonly value: string;
	/** What was expected instead, as a phrase: "one of …", "at most 5 options (source)". */
	readonly expected: string;
	/** Stable name of the rule, where there is one, for example `limit.options`. */
	readonly rule?: string;
}

const LONGEST_VALUE = 80;

/** The value as a short text for a message: JSON, cut at 80 characters. */
export function show(value: unknown): string {
	if (value === undefined) return 'nothing';
	let text: string;
	try {
		text = JSON.stringify(value) ?? String(value);
	} catch {
		text = String(value);
	}
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

/** Joins keys to a JSON path: `['items', 3, 'text']` → `items[3].text`. */
export function pathOf(keys: readonly (string | number)[]): string {
	let path = '';
	for (const key of keys) {
		if (typeof key === 'number') path += `[${key}]`;
		else if (/^[A-Za-z_$][\w$]*$/.test(key)) path += path ? `.${key}` : key;
		else path += `[${JSON.stringify(key)}]`;
	}
	return path;
}

/** Makes a fault from its parts. */
export function fault(
	keys: readonly (string | number)[],
	value: unknown,
	expected: string,
	rule?: string
): Fault {
	return {
		path: pathOf(keys),
		value: show(value),
		expected,
		...(rule !== undefined && { rule })
	};
}

/** The same faults with `prefix` in front of every path. */
export function under(prefix: string, faults: readonly Fault[]): Fault[] {
	return faults.map((one) => ({
		...one,
		path:
			one.path === ''
				? prefix
				: one.path.startsWith('[')
					? prefix + one.path
					: `${prefix}.${one.path}`
	}));
}

/** One line for a terminal or a list. `whole` names what the fault is in where it has no path. */
export function sentence(one: Fault, whole = '(whole file)'): string {
	return `${one.path || whole}: found ${one.value}, expected ${one.expected}`;
}
