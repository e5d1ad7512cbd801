// `npm start`: from a fresh checkout to the app in a browser. Installs what is missing, builds when the sources have
// changed, serves.
import { command, ensureInstalled, requireNode } from './setup.js';

await command(async () => {
	requireNode();
	await ensureInstalled();
	// These need installed packages.
	const { ensureBuilt } = await import('./build.js');
	const { serveHere } = await import('./serve.js');
	await ensureBuilt({ base: process.env.BASE_PATH ?? '' });
	await serveHere();
});
