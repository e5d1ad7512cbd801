// `virtual:milium-gallery`: the items of tests/fixtures/items for the gallery page, so that the page shows what the tests
// run on and no page imports from the tests. Only the gallery asks for it, so only its own chunk holds it.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const MODULE = 'virtual:milium-gallery';
const FOLDER = fileURLToPath(new URL('../../tests/fixtures/items', import.meta.url));

export function gallery(): Plugin {
	return {
		name: 'milium-gallery',
		resolveId: (id) => (id === MODULE ? `\0${id}` : undefined),
		load(id) {
			if (id !== `\0${MODULE}`) return undefined;
			const files = ['.', 'variants'].flatMap(filesIn);
			for (const file of files) this.addWatchFile(file);
			const items = files.map((file) => {
				const name = basename(file, '.json');
				const item = JSON.parse(readFileSync(file, 'utf8')) as object;
				// Nothing is stored of these items, so the name will do for the content hash.
				return { name, item: { ...item, hash: name } };
			});
			return `export default JSON.parse(${JSON.stringify(JSON.stringify(items))});`;
		}
	};
}

function filesIn(folder: string): string[] {
	return readdirSync(join(FOLDER, folder))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => join(FOLDER, folder, name));
}
