// `npm run check`: everything that can be known without a browser, before a commit.
import { command, ensureInstalled, programOf, requireNode } from './setup.js';

await command(async () => {
	requireNode();
	await ensureInstalled();
	const { prepare, runAll, staticChecks } = await import('./steps.js');
	const prepared = await runAll([prepare()]);
	const unit = { name: 'unit tests', args: [programOf('vitest'), 'run', '--project', 'unit'] };
	const [checks, tests] = await Promise.all([runAll(staticChecks()), runAll([unit])]);
	const outcomes = [...prepared, ...checks, ...tests];
	const failed = outcomes.filter((one) => !one.ok).map((one) => one.name);
	process.stdout.write(
		failed.length === 0
			? `\nAll ${outcomes.length} checks passed\n`
			: `\n${failed.length} of ${outcomes.length} checks failed: ${failed.join(', ')}\n`
	);
	return failed.length === 0 ? 0 : 1;
});
