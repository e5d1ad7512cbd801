// Tries faults: the seeds that once failed first, then as many others as asked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dice } from './dice.js';
import type { Ground } from './ground.js';
import type { Options } from './options.js';
import type { Fault, Rig } from './types.js';

const SEEDS = fileURLToPath(new URL('./seeds.json', import.meta.url));

export interface Tally {
	readonly fault: Fault;
	/** Cases tried, and how many of them held. */
	readonly tried: number;
	readonly held: number;
	readonly failures: readonly string[];
	/** What did not hold, in words, of each trial that failed. */
	readonly broken: readonly string[];
	readonly seconds: number;
	/** Why nothing was tried. */
	readonly missing: string | undefined;
}

type Seeds = Record<string, number[]>;

const readSeeds = (): Seeds =>
	existsSync(SEEDS) ? (JSON.parse(readFileSync(SEEDS, 'utf8')) as Seeds) : {};

/** Keeps a seed that failed, so that it is tried first from now on. */
function remember(id: string, seed: number): void {
	const seeds = readSeeds();
	const known = seeds[id] ?? [];
	if (known.includes(seed)) return;
	seeds[id] = [...known, seed].sort((a, b) => a - b);
	const sorted = Object.fromEntries(Object.entries(seeds).sort(([a], [b]) => (a < b ? -1 : 1)));
	writeFileSync(SEEDS, `${JSON.stringify(sorted, null, '\t')}\n`);
}

/** The seeds of a run. Of a list of cases they are places in it, spread over it where not all are tried. */
export function seedsFor(fault: Fault, options: Options, failed: readonly number[]): number[] {
	if (options.seed !== undefined) return [options.seed];
	const asked = options.rounds ?? (options.quick ? fault.quick : fault.long);
	if (fault.cases !== undefined) {
		const { length } = fault.cases;
		const count = Math.min(asked, length);
		return Array.from({ length: count }, (_, at) => Math.floor((at * length) / count));
	}
	// A quick run tries the same seeds every time; a long one tries others every day.
	const first = options.quick ? 1 : Math.floor(Date.now() / 86_400_000) * 1_000_000;
	const fresh = Array.from({ length: asked }, (_, at) => first + at);
	return [...new Set([...failed, ...fresh])];
}

/** Tries one fault. Never rejects: what goes wrong is a failure. */
export async function tryFault(fault: Fault, ground: Ground, options: Options): Promise<Tally> {
	const begun = performance.now();
	const failures: string[] = [];
	const broken: string[] = [];
	let [tried, held] = [0, 0];
	const missing = fault.missing?.();
	let rig: Rig | undefined;
	const seeds = missing === undefined ? seedsFor(fault, options, readSeeds()[fault.id] ?? []) : [];
	for (const seed of seeds) {
		try {
			rig ??= await fault.prepare(ground);
			const count = (await rig.trial(new Dice(seed), seed)) ?? 1;
			tried += count;
			held += count;
		} catch (error) {
			tried += 1;
			failures.push(describe(fault, seed, error));
			broken.push(error instanceof Error ? error.message : String(error));
			process.stdout.write(`${failures.at(-1)}\n`);
			if (fault.cases === undefined) remember(fault.id, seed);
			// What a failed trial leaves behind must not fail the next ones.
			await rig?.close().catch(() => undefined);
			rig = undefined;
		}
	}
	await rig?.close().catch((error: unknown) => {
		failures.push(`${fault.id}: could not be cleared away: ${String(error)}`);
	});
	const seconds = (performance.now() - begun) / 1000;
	return { fault, tried, held, failures, broken, seconds, missing };
}

function describe(fault: Fault, seed: number, error: unknown): string {
	const name = fault.cases?.[seed];
	const what = name === undefined ? `seed ${seed}` : `${name} (${seed})`;
	const why =
		error instanceof Error
			? error.name === 'Broken'
				? error.message
				: (error.stack ?? error.message)
			: String(error);
	return `✗ ${fault.id} ${what}: ${why}\n  Again: npm run faults -- --only ${fault.id} --seed ${seed}`;
}
