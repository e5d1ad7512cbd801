// `licences.txt`: whose work the app contains, and under which licence. Every licence among them asks that its text come along.
import type { Plugin } from 'vite';
import { licenceText, readLock, ships } from './packages.js';

/** Brought along by what makes the service worker, which is not among the app's own modules. */
const IN_WORKER = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];
const RULE = '='.repeat(72);

/** Writes the list of what the lock file says may ship, and of what the build in fact contains. */
export function licences(): Plugin {
	return {
		name: 'milium-licences',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle() {
			const bundled = [...this.getModuleIds()].map(packageOf).filter((one) => one !== undefined);
			this.emitFile({
				type: 'asset',
				fileName: 'licences.txt',
				source: listOf(new Set([...bundled, ...IN_WORKER]))
			});
		}
	};
}

/** The package that a module belongs to. */
const packageOf = (id: string): string | undefined =>
	/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];

/** The list as text. Throws where a package that is in the app has no entry in the lock file. */
export function listOf(bundled: ReadonlySet<string>): string {
	const { packages } = readLock();
	const known = new Map(packages.map((one) => [one.path.replace(/^node_modules\//, ''), one]));
	const shipped = packages.filter(ships).map(({ path }) => path.replace(/^node_modules\//, ''));
	const names = [...new Set([...bundled, ...shipped])]
		.filter((name) => !name.startsWith('@types/'))
		.sort();
	const entries = names.map((name) => {
		const one = known.get(name);
		if (one === undefined) throw new Error(`${name} is in the app and not in package-lock.json`);
		return `${RULE}\n${name} ${one.version} (${one.license})\n${RULE}\n\n${licenceText(one.name) ?? `Licence: ${one.license}. The package brings no text along.`}\n`;
	});
	return `Milium contains the work of others, with thanks. Its own licences: code MIT, content CC BY 4.0.\n\n${entries.join('\n')}`;
}
