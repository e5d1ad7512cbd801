// The packages of the lock file, and what may be wrong with them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.js';

/**
 * @typedef {object} Locked an entry of package-lock.json
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {string} [resolved]
 * @property {string} [license]
 * @property {boolean} [dev]
 * @property {boolean} [devOptional]
 * @property {boolean} [optional]
 * @property {boolean} [hasInstallScript]
 */
/** @typedef {{ path: string, name: string } & Locked} Package */
/**
 * @typedef {object} Manifest
 * @property {string} version
 * @property {Record<string, string>} dependencies
 * @property {Record<string, string>} devDependencies
 * @property {Record<string, boolean>} allowScripts
 */

/** Licences under which code may be shipped to learners. */
const MAY_SHIP = [
	'MIT',
	'ISC',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'0BSD',
	'(MIT OR Apache-2.0)'
];
/** Those of tools that only build and test: nothing of them reaches a learner. */
const MAY_BUILD = [...MAY_SHIP, 'BlueOak-1.0.0', 'MPL-2.0', 'CC-BY-4.0', '(MIT OR CC0-1.0)'];
/** Its script only looks for a compiler; the binary comes along. It is for macOS alone. */
const SCRIPTS_LOOKED_AT = ['fsevents'];

const json = (/** @type {string} */ file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** @returns {{ packages: Package[], manifest: Manifest }} */
export function readLock() {
	/** @type {Record<string, Locked>} */
	const entries = json('package-lock.json').packages;
	return { packages: packagesOf(entries), manifest: json('package.json') };
}

/**
 * @param {Record<string, Locked>} entries
 * @returns {Package[]}
 */
export function packagesOf(entries) {
	return Object.entries(entries)
		.filter(([path]) => path !== '')
		.map(([path, entry]) => ({ path, name: path.replace(/^.*node_modules\//, ''), ...entry }));
}

/** Whether code of it may reach a learner. @param {Package} one */
export const ships = (one) => one.dev !== true && one.devOptional !== true;

/**
 * What is wrong with the supply, a sentence each; none when all is well.
 * @param {readonly Package[]} packages
 * @param {Manifest} manifest
 * @returns {string[]}
 */
export function supplyFaults(packages, manifest) {
	const approved = [...Object.keys(manifest.allowScripts), ...SCRIPTS_LOOKED_AT];
	const faults = packages.flatMap((one) => {
		const allowed = ships(one) ? MAY_SHIP : MAY_BUILD;
		return [
			[!/^sha512-[\w+/]{86}==$/.test(one.integrity ?? ''), 'has no SHA-512 hash in the lock file'],
			[one.resolved !== undefined, `names a host in the lock file: ${one.resolved}`],
			[
				one.hasInstallScript === true && !approved.includes(one.name),
				'runs a script when it is installed that nobody has approved (allowScripts)'
			],
			[
				!allowed.includes(one.license ?? ''),
				`has the licence ${one.license ?? 'none'}, expected one of ${allowed.join(', ')}`
			]
		]
			.filter(([wrong]) => wrong)
			.map(([, what]) => `${one.path} ${what}`);
	});
	const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
		.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
		.map(([name, version]) => `package.json: ${name} is ${version}, expected an exact version`);
	return [...faults, ...loose];
}

/**
 * The bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/). The same lock file gives the same bytes: it has no
 * time and no serial number.
 * @param {readonly Package[]} packages
 * @param {Manifest} manifest
 */
export function billOfMaterials(packages, manifest) {
	const purl = (/** @type {Package} */ { name, version }) =>
		`pkg:npm/${name.replace('@', '%40')}@${version}`;
	const unique = new Map(packages.map((one) => [purl(one), one]));
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			component: {
				type: 'application',
				name: 'milium',
				version: manifest.version,
				licenses: [{ license: { id: 'MIT' } }]
			}
		},
		components: [...unique].map(([ref, one]) => ({
			type: 'library',
			'bom-ref': ref,
			name: one.name,
			version: one.version,
			purl: ref,
			scope: ships(one) ? 'required' : 'excluded',
			licenses: [
				one.license?.includes(' ')
					? { expression: one.license.replace(/^\((.*)\)$/, '$1') }
					: { license: { id: one.license } }
			],
			hashes: [
				{
					alg: 'SHA-512',
					content: Buffer.from((one.integrity ?? '').slice('sha512-'.length), 'base64').toString(
						'hex'
					)
				}
			]
		}))
	};
}

/**
 * The text of a package's licence, as the package brings it along.
 * @param {string} name
 * @returns {string | undefined} undefined where it brings none
 */
export function licenceText(name) {
	const folder = join(ROOT, 'node_modules', name);
	if (!existsSync(folder)) return undefined;
	const file = readdirSync(folder)
		.sort()
		.find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one));
	return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
}
