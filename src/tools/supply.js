// `npm run supply`: whether what Milium is built from is what was agreed on: hashes, licences, scripts. `-- --sbom FILE` also writes
// the bill of materials.
import { writeFileSync } from 'node:fs';
import { billOfMaterials, readLock, ships, supplyFaults } from './packages.js';
import { command, Stop } from './setup.js';

await command(async () => {
	const { packages, manifest } = readLock();
	const faults = supplyFaults(packages, manifest);
	if (faults.length > 0) throw new Stop(faults.join('\n'));
	const at = process.argv.indexOf('--sbom');
	const file = process.argv[at + 1];
	if (at > 0) {
		if (file === undefined) throw new Stop('--sbom needs the name of a file to write.');
		writeFileSync(file, `${JSON.stringify(billOfMaterials(packages, manifest), null, '\t')}\n`);
	}
	process.stdout.write(
		`${packages.length} packages, ${packages.filter(ships).length} of which may ship: each with its hash, ` +
			'a licence on the list and no script of its own\n'
	);
});
