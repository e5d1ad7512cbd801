// What faults stand on: the production build, served at the root of a host and in a folder, and a place for profiles.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilds } from '../../src/tools/builds.js';
import { serve } from '../../src/tools/serve.js';

export const BUILDS = { root: 'build', folder: '.milium/build-folder' } as const;

export interface Ground {
	/** Address of the app, with a slash at its end. */
	readonly root: string;
	/** A new folder; gone when the suite ends. `like`: a copy of that one. */
	folder(like?: string): string;
	/** So many times longer than promised may anything take: a quick run shares its machine, and holds no times. */
	readonly slack: number;
	close(): Promise<void>;
}

const SLACK = 10;

/** `browser`: whether any fault needs the app to be built. `quick`: whether it is a quick run. */
export async function openGround(browser: boolean, quick: boolean): Promise<Ground> {
	const home = mkdtempSync(join(tmpdir(), 'milium-faults-'));
	if (browser) await ensureBuilds();
	const server = browser ? await serve({ dir: BUILDS.root }) : undefined;
	return {
		root: server?.url ?? '',
		slack: quick ? SLACK : 1,
		folder: (like) => {
			const made = mkdtempSync(join(home, 'f-'));
			if (like !== undefined) cpSync(like, made, { recursive: true, verbatimSymlinks: true });
			return made;
		},
		close: async () => {
			await server?.close();
			rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		}
	};
}
