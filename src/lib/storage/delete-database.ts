// Deletes a database. Windows that hold it let go when they are told; one that is frozen, or hangs, does not.

/** The database is held by another window. The browser deletes it as soon as that one lets go. */
export class Held extends Error {
	override readonly name = 'Held';
}

/** Deletes; rejects with `Held` where another window has not let go within `waitMs`. */
export function deleteDatabase(factory: IDBFactory, name: string, waitMs: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = factory.deleteDatabase(name);
		const timer = setTimeout(() => reject(new Held(`${name} is held`)), waitMs);
		request.onsuccess = () => {
			clearTimeout(timer);
			resolve();
		};
		request.onerror = () => {
			clearTimeout(timer);
			reject(request.error ?? new Error(name));
		};
	});
}
