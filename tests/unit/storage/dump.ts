// Databases as code of a released version left them. A dump is frozen with its version.
import { readdirSync, readFileSync } from 'node:fs';

type KeyPath = string | string[];

export interface Dump {
	readonly version: number;
	readonly stores: Readonly<
		Record<
			string,
			{
				readonly keyPath: KeyPath;
				readonly indexes: Readonly<
					Record<string, KeyPath | { readonly path: string; readonly multiEntry: true }>
				>;
			}
		>
	>;
	readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const FOLDER = 'tests/fixtures/databases';

/** Every dump there is, oldest first. */
export const dumps = (): Dump[] =>
	readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json'))
		.map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Dump)
		.sort((a, b) => a.version - b.version);

/** Makes the database of a dump. Stands alone, so that it runs in a page too. */
export function restore(
	factory: IDBFactory,
	name: string,
	{ version, stores, rows }: Dump
): Promise<void> {
	return new Promise((resolve, reject) => {
		// Dexie keeps version n as n * 10.
		const request = factory.open(name, version * 10);
		request.onupgradeneeded = () => {
			for (const [table, { keyPath, indexes }] of Object.entries(stores)) {
				const store = request.result.createObjectStore(table, { keyPath });
				for (const [index, path] of Object.entries(indexes)) {
					if (typeof path === 'string' || Array.isArray(path)) store.createIndex(index, path);
					else store.createIndex(index, path.path, { multiEntry: path.multiEntry });
				}
				for (const row of rows[table] ?? []) store.put(row);
			}
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
		request.onerror = () => reject(request.error ?? new Error('open'));
	});
}
