// Takes a JSON text apart while it arrives: the elements of the root object's great lists one by one, and the rest with a 0 in
// the place of each. So a bank of a hundred thousand questions is read one question at a time, and nothing is parsed before it
// is known to be neither too deep nor too long.
import { fault, type Fault } from '$lib/validation/fault';

/** No bank is nested deeper; a file that is could bring down what reads it. */
export const DEEPEST = 32;
/** Characters of one element, and of everything but the elements. */
export const LONGEST_ELEMENT = 1_000_000;
export const LONGEST_REST = 4_000_000;

/** One element of a list: its text, not parsed yet. */
export interface Element {
	readonly list: string;
	readonly index: number;
	readonly text: string;
}

const [TAB, NEWLINE, RETURN, SPACE] = [9, 10, 13, 32];
const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
const [BRACE, BRACKET, BRACE_END, BRACKET_END] = [123, 91, 125, 93];

export class Splitter {
	#lists: ReadonlySet<string>;
	#counts = new Map<string, number>();
	#depth = 0;
	#inString = false;
	#escaped = false;
	/** The list that is being read, while it is. */
	#list: string | undefined;
	/** Text of the element so far; undefined between elements. */
	#element: string | undefined;
	#rest = '';
	/** Where the last string directly below the root began in the rest, and the key that it turned out to be. */
	#stringAt = 0;
	#key: string | undefined;
	#elements: Element[] = [];
	#fault: Fault | undefined;

	/** `lists`: keys of the root object whose elements are wanted one by one. */
	constructor(lists: readonly string[]) {
		this.#lists = new Set(lists);
	}

	/** Takes the next part of the text. Gives the elements that it completes, or why the text cannot be read. */
	feed(text: string): readonly Element[] | Fault {
		this.#elements = [];
		let from = 0;
		for (let at = 0; at < text.length && this.#fault === undefined; at += 1) {
			const code = text.charCodeAt(at);
			if (this.#inString) this.#string(code);
			else if (this.#list !== undefined && this.#depth === 2) {
				// Between elements, or between the parts of one: here an element begins or ends.
				if (code === COMMA || code === BRACKET_END) {
					this.#take(text.slice(from, at));
					this.#endElement();
					from = at;
					if (code === BRACKET_END) this.#endList();
				} else if (this.#element === undefined && !isSpace(code)) {
					this.#take(text.slice(from, at));
					this.#element = '';
					from = at;
					this.#step(code, code === BRACE_END);
				} else this.#step(code, code === BRACE_END);
			} else if (this.#depth === 1) from = this.#root(code, text, from, at);
			else this.#step(code, false);
		}
		this.#take(text.slice(from));
		return this.#fault ?? this.#elements;
	}

	/** Everything but the elements, once the text has ended: JSON with a 0 for each. */
	end(): string {
		return this.#rest;
	}

	/** Keeps text for the element or the rest, whichever it belongs to. */
	#take(text: string): void {
		if (this.#element !== undefined) {
			this.#element += text;
			if (this.#element.length > LONGEST_ELEMENT) {
				this.#refuse(`more than ${LONGEST_ELEMENT} characters`, 'a shorter one', this.#list);
			}
		} else if (this.#list === undefined) {
			this.#rest += text;
			if (this.#rest.length > LONGEST_REST) {
				this.#refuse(
					`more than ${LONGEST_REST} characters beside items and cases`,
					'a bank: a JSON object with "format", "id", "title", "items"'
				);
			}
		}
	}

	#string(code: number): void {
		if (this.#escaped) this.#escaped = false;
		else if (code === BACKSLASH) this.#escaped = true;
		else if (code === QUOTE) this.#inString = false;
	}

	/** A character outside strings; `stray` where a bracket closes what was not opened. */
	#step(code: number, stray: boolean): void {
		if (code === QUOTE) this.#inString = true;
		else if (code === BRACE || code === BRACKET) {
			this.#depth += 1;
			if (this.#depth > DEEPEST) {
				this.#refuse(`more than ${DEEPEST} levels`, `at most ${DEEPEST} levels of nesting`);
			}
		} else if ((code === BRACE_END || code === BRACKET_END) && !stray) this.#depth -= 1;
	}

	/** A character directly below the root: here keys are, and the lists begin. Gives where what is not yet kept begins. */
	#root(code: number, text: string, from: number, at: number): number {
		let kept = from;
		if (code === QUOTE) {
			this.#take(text.slice(from, at));
			this.#stringAt = this.#rest.length;
			kept = at;
		} else if (code === COLON) {
			this.#take(text.slice(from, at));
			this.#key = keyOf(this.#rest.slice(this.#stringAt));
			kept = at;
		} else if (code === COMMA) this.#key = undefined;
		else if (code === BRACKET && this.#key !== undefined && this.#lists.has(this.#key)) {
			if (this.#counts.has(this.#key)) this.#refuse(`"${this.#key}" twice`, 'each key once');
			this.#take(text.slice(from, at + 1));
			this.#list = this.#key;
			this.#counts.set(this.#list, 0);
			kept = at + 1;
		}
		this.#step(code, false);
		return kept;
	}

	#endElement(): void {
		const list = this.#list ?? '';
		const index = this.#counts.get(list) ?? 0;
		if (this.#element !== undefined) {
			this.#elements.push({ list, index, text: this.#element });
			this.#counts.set(list, index + 1);
			this.#rest += '0';
		}
		this.#element = undefined;
		this.#rest += ',';
	}

	#endList(): void {
		// The comma that the last element brought is none.
		this.#rest = this.#rest.slice(0, -1);
		this.#list = undefined;
		this.#key = undefined;
		this.#depth -= 1;
	}

	#refuse(value: string, expected: string, path: string = ''): void {
		const keys = path === '' ? [] : [path, this.#counts.get(path) ?? 0];
		this.#fault ??= { ...fault(keys, value, expected, 'file.json'), value };
	}
}

const isSpace = (code: number) =>
	code === SPACE || code === NEWLINE || code === RETURN || code === TAB;

function keyOf(text: string): string | undefined {
	try {
		const key: unknown = JSON.parse(text);
		return typeof key === 'string' ? key : undefined;
	} catch {
		return undefined;
	}
}
