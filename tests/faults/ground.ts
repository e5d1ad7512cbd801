// What faults stand on: the production build, served at the root of a host and in a folder, and a place for profiles.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../src/tools/build.js';
import { serve } from '../../src/tools/serve.js';

export const BUILDS = { root: 'build', folder: '.milium/build-folder' } as const;

export interface Ground {
	/** Address of the app, with a slash at its end. */
	readonly root: string;
	/** A new folder; gone when the suite ends. `like`: a copy of that one. */
	folder(like?: string): string;
	close(): Promise<void>;
}

/** `browser`: whether any fault needs the app to be built. */
export async function openGround(browser: boolean): Promise<Ground> {
	const home = mkdtempSync(join(tmpdir(), 'milium-faults-'));
	if (browser) {
		await ensureBuilt({ base: '', dir: BUILDS.root });
		await ensureBuilt({ base: '/milium', dir: BUILDS.folder });
	}
	const server = browser ? await serve({ dir: BUILDS.root }) : undefined;
	return {
		root: server?.url ?? '',
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
