// How learners are called in what leaves the educator's device, and who is still missing.
import { sameName } from './names.js';
import type { LearnerLine } from './summary.js';

/** Names as learners gave them, or codes that only this educator can lead back to a device. */
export type Naming = 'names' | 'codes';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for a learner's key, such as `K7-3QX9VA`: the same in every export, and no part of the name. FNV-1a, 32 bits. */
export function codeOf(learner: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < learner.length; at += 1)
		hash = Math.imul(hash ^ learner.charCodeAt(at), 0x01000193) >>> 0;
	let code = '';
	for (let place = 0; place < 7; place += 1) {
		code = (LETTERS[hash % 32] ?? '') + code;
		hash = Math.floor(hash / 32);
	}
	return `L${code}`;
}

/** What each learner is called, by key; where two would be called the same, the later ones get a number. */
export function namesOf(
	learners: readonly Pick<LearnerLine, 'learner' | 'code'>[],
	naming: Naming
): ReadonlyMap<string, string> {
	const taken = new Set<string>();
	return new Map(
		learners.map(({ learner, code }) => {
			const plain = naming === 'codes' ? codeOf(learner) : code.trim() || codeOf(learner);
			let name = plain;
			for (let n = 2; taken.has(name); n += 1) name = `${plain} (${n})`;
			taken.add(name);
			return [learner, name];
		})
	);
}

/** Those expected from whom no receipt has come, as the educator wrote them. */
export function missingOf(
	expected: readonly string[],
	learners: readonly Pick<LearnerLine, 'code'>[]
): string[] {
	const there = new Set(learners.map((one) => sameName(one.code)));
	return expected.filter((one) => !there.has(sameName(one)));
}

/** A list as it was typed or pasted: one a line, or with commas or semicolons between; empty ones and repeats left out. */
export function readNames(text: string): string[] {
	const seen = new Set<string>();
	return text
		.split(/[\n\r,;\t]+/)
		.map((one) => one.trim())
		.filter((one) => {
			const key = sameName(one);
			if (key === '' || seen.has(key)) return false;
			seen.add(key);
			return true;
		});
}
