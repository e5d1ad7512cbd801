// Builds the app where its sources have changed, for the root of a host and for a folder, and serves both.
import type { TestProject } from 'vitest/node';
import { ensureBuilds, FOLDER_BUILD, ROOT_BUILD } from '../../src/tools/builds.js';
import { serve } from '../../src/tools/serve.js';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Address of the app at the root of a host. */
		root: string;
		/** Address of the app under `/milium`. */
		folder: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	await ensureBuilds();
	const root = await serve(ROOT_BUILD);
	const folder = await serve(FOLDER_BUILD);
	project.provide('root', root.url);
	project.provide('folder', folder.url);
	return async () => {
		await root.close();
		await folder.close();
	};
}
