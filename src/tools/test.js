// `npm test`: installs what is missing, then checks and tests everything. Ends with the line `N passed, N failed`, in which
// each check that is no test counts as one.
import { command, ensureInstalled, requireNode } from './setup.js';

await command(async () => {
	requireNode();
	await ensureInstalled();
	const { ensureChromium } = await import('./ensure-chromium.js');
	await ensureChromium();
	const { testEverything } = await import('./test-run.js');
	return testEverything();
});
