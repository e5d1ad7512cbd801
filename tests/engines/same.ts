// What one engine found is what the others found in the same build. The first to come leaves its findings for them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Findings of another engine in this build, or those just made where there is none. */
export function sameAsOthers<T>(what: string, engine: string, findings: T): T {
	const { worker } = JSON.parse(readFileSync('.milium/build.json', 'utf8')) as { worker: string };
	const folder = join('.milium', 'engines', worker, what);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, engine), JSON.stringify(findings));
	const other = readdirSync(folder).find((name) => name !== engine) ?? engine;
	return JSON.parse(readFileSync(join(folder, other), 'utf8')) as T;
}
