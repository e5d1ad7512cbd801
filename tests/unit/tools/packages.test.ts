import { describe, expect, it } from 'vitest';
import {
	billOfMaterials,
	licenceText,
	packagesOf,
	readLock,
	ships,
	supplyFaults,
	type Locked
} from '../../../src/tools/packages.js';

const manifest = {
	version: '1.0.0',
	dependencies: { good: '1.0.0' },
	devDependencies: {},
	allowScripts: { built: false }
};
const sound: Locked = {
	version: '1.0.0',
	license: 'MIT',
	integrity: `sha512-${'a'.repeat(86)}==`
};
const faultsWith = (path: string, change: Locked, more = {}) =>
	supplyFaults(packagesOf({ '': {}, [path]: { ...sound, ...change } }), { ...manifest, ...more });

describe('the supply', () => {
	it('is sound as it is', () => {
		const { packages, manifest: ours } = readLock();
		expect(packages.length).toBeGreaterThan(400);
		expect(supplyFaults(packages, ours)).toEqual([]);
	});
	it.each<[string, Locked, RegExp]>([
		['a package without a hash', { integrity: undefined as never }, /no SHA-512 hash/],
		['a weak hash', { integrity: 'sha1-abc=' }, /no SHA-512 hash/],
		['a host', { resolved: 'https://evil.example/x.tgz' }, /names a host/],
		['a script nobody approved', { hasInstallScript: true }, /runs a script/],
		['a licence that is not on the list', { license: 'GPL-3.0' }, /has the licence GPL-3\.0/],
		['no licence', { license: undefined as never }, /has the licence none/],
		['a licence for tools in what ships', { license: 'MPL-2.0' }, /has the licence MPL-2\.0/]
	])('refuses %s', (_, change, said) => {
		expect(faultsWith('node_modules/good', change)).toEqual([expect.stringMatching(said)]);
	});
	it('lets tools have licences of tools, and approved packages their scripts', () => {
		expect(faultsWith('node_modules/tool', { license: 'MPL-2.0', dev: true })).toEqual([]);
		expect(faultsWith('node_modules/a/node_modules/built', { hasInstallScript: true })).toEqual([]);
	});
	it('refuses versions that may drift', () => {
		expect(faultsWith('node_modules/good', {}, { dependencies: { good: '^1.0.0' } })).toEqual([
			'package.json: good is ^1.0.0, expected an exact version'
		]);
	});
});

it('the bill of materials names every package once, with hash and licence, and is the same each time', () => {
	const { packages, manifest: ours } = readLock();
	const bill = billOfMaterials(packages, ours);
	expect(bill).toEqual(billOfMaterials(packages, ours));
	const refs = bill.components.map((one) => one['bom-ref']);
	expect(new Set(refs).size).toBe(refs.length);
	for (const { hashes, purl } of bill.components)
		expect(hashes[0]?.content, purl).toMatch(/^[0-9a-f]{128}$/);
	const dexie = bill.components.find(({ name }) => name === 'dexie');
	expect(dexie).toMatchObject({
		scope: 'required',
		licenses: [{ license: { id: 'Apache-2.0' } }],
		purl: `pkg:npm/dexie@${ours.dependencies['dexie']}`
	});
});

it('what ships brings the text of its licence along', () => {
	const without = readLock()
		.packages.filter((one) => ships(one) && !one.name.startsWith('@types/'))
		.filter(({ name }) => licenceText(name) === undefined)
		.map(({ name }) => name);
	expect(without).toEqual([]);
});
