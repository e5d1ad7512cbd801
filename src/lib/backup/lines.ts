// Text in parts to the JSON values on its lines. A line is looked at before it is parsed: nothing is too long or too deep.

/** A backup that is broken or breaks off; the message is for a person. */
export class NotWhole extends Error {
	override readonly name = 'NotWhole';
}

/** No line of a backup is longer: the head of a bank with all its case studies is the longest there is. */
const LONGEST = 8_000_000;
/** Levels below a line; a bank is allowed 32, and a line is one or two above it. */
const DEEPEST = 36;

export class Lines {
	#text: AsyncIterator<string>;
	#rest = '';
	#number = 0;

	constructor(text: AsyncIterable<string>) {
		this.#text = text[Symbol.asyncIterator]();
	}

	/** The value on the next line, or undefined at the end. Throws `NotWhole`. */
	async next(): Promise<{ readonly number: number; readonly value: unknown } | undefined> {
		let end: number;
		while ((end = this.#rest.indexOf('\n')) < 0) {
			const more = await this.#text.next();
			if (more.done === true) {
				if (this.#rest.trim() === '') return undefined;
				end = this.#rest.length;
				break;
			}
			this.#rest += more.value;
			if (this.#rest.length > LONGEST && !this.#rest.includes('\n'))
				throw new NotWhole('The file is damaged: it has a line that is too long.');
		}
		const line = this.#rest.slice(0, end);
		this.#rest = this.#rest.slice(end + 1);
		this.#number += 1;
		return { number: this.#number, value: valueOf(line, this.#number) };
	}
}

function valueOf(line: string, number: number): unknown {
	if (isTooDeep(line))
		throw new NotWhole(`The file is damaged: line ${number} is nested too deep.`);
	try {
		return JSON.parse(line) as unknown;
	} catch {
		throw new NotWhole(`The file is damaged at line ${number}.`);
	}
}

/** Whether brackets stand deeper than any backup has them. */
export function isTooDeep(text: string): boolean {
	let depth = 0;
	let inString = false;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (inString) {
			if (code === 92) at += 1;
			else if (code === 34) inString = false;
		} else if (code === 34) inString = true;
		else if (code === 123 || code === 91) {
			depth += 1;
			if (depth > DEEPEST) return true;
		} else if (code === 125 || code === 93) depth -= 1;
	}
	return false;
}
