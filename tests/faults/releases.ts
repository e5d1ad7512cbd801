// A later release of a build: every part of the app has another name, the version too, and the page says which release it is. Made
// from the build itself, so that nothing has to be compiled.
import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { markRelease } from '../e2e/release.js';
import { addIntegrity } from '../../src/tools/precache-integrity.js';

const TEXTS = new Set(['.html', '.js', '.css', '.json', '.webmanifest']);
const NAME = /[\w-]{8}(?=\.(?:js|css|svg|woff2|json)\b)/g;
const INLINE = /<script>([\s\S]*?)<\/script>/g;

const filesIn = (dir: string) =>
	readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.map((name) => join(dir, name))
		.filter((path) => statSync(path).isFile());

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Another name of the same length: the first letter goes one further for each release. */
function renamed(hash: string, release: number): string {
	const code = hash.charCodeAt(0);
	const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-';
	const at = letters.indexOf(String.fromCharCode(code));
	return `${letters[(at + release) % letters.length]}${hash.slice(1)}`;
}

/** Writes release `release` of the build in `from` to `to`; 0 is the build as it is, but that it says so. */
export function makeRelease(from: string, to: string, base: string, release: number): void {
	mkdirSync(to, { recursive: true });
	cpSync(from, to, { recursive: true });
	markRelease(to, String(release));
	if (release > 0) rename(to, release);
	addIntegrity(to, base);
}

function rename(dir: string, release: number): void {
	const { version } = JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const hashes = new Map<string, string>();
	for (const path of filesIn(join(dir, '_app/immutable'))) {
		const hash = NAME.exec(path.slice(dirname(path).length + 1))?.[0];
		NAME.lastIndex = 0;
		if (hash !== undefined) hashes.set(hash, renamed(hash, release));
	}
	for (const path of filesIn(dir).filter((one) => TEXTS.has(extname(one)))) {
		const before = readFileSync(path, 'utf8');
		const after = before
			.replaceAll(NAME, (hash) => hashes.get(hash) ?? hash)
			.replaceAll(version, renamed(version, release));
		if (after !== before)
			writeFileSync(path, extname(path) === '.html' ? withPolicy(before, after) : after);
	}
	for (const path of filesIn(join(dir, '_app/immutable'))) {
		const name = path.slice(dirname(path).length + 1);
		renameSync(
			path,
			join(
				dirname(path),
				name.replaceAll(NAME, (hash) => hashes.get(hash) ?? hash)
			)
		);
	}
}

/** The page with the hashes of its own scripts in its policy. */
function withPolicy(before: string, after: string): string {
	const old = [...before.matchAll(INLINE)].map((match) => hashOf(match[1] ?? ''));
	const now = [...after.matchAll(INLINE)].map((match) => hashOf(match[1] ?? ''));
	return old.reduce((text, hash, at) => text.replaceAll(hash, now[at] ?? hash), after);
}
