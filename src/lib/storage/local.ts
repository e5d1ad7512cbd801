// localStorage for the few things that must be there before, or survive without, the database. Where cookies are blocked even
// looking at it throws, so every access is guarded.

/** Small texts by key. `set` says whether the text was kept. */
export interface LocalStore {
	get(key: string): string | undefined;
	set(key: string, value: string): boolean;
	remove(key: string): void;
	keys(prefix: string): string[];
}

export const LOCAL_KEYS = {
	/** Generation of the database, to notice that it came back empty. */
	gen: 'milium:gen',
	/** Read by the boot script before the first paint. */
	theme: 'milium:theme',
	/** Read there too: nothing is shown of the quiz of a newcomer. */
	begun: 'milium:begun',
	/** The session that home offers to continue before the database is open. */
	openSession: 'milium:open-session',
	journal: 'milium:journal:'
} as const;

/** Wraps a `Storage`, or nothing. */
export function localStore(find: () => Storage | undefined): LocalStore {
	const attempt = <T>(use: (area: Storage) => T, otherwise: T): T => {
		try {
			const area = find();
			return area === undefined ? otherwise : use(area);
		} catch {
			return otherwise;
		}
	};
	return {
		get: (key) => attempt((area) => area.getItem(key) ?? undefined, undefined),
		set: (key, value) =>
			attempt((area) => {
				area.setItem(key, value);
				return true;
			}, false),
		remove: (key) => attempt((area) => area.removeItem(key), undefined),
		keys: (prefix) =>
			attempt((area) => Object.keys(area).filter((key) => key.startsWith(prefix)), [])
	};
}

/** The same store until `end` is called: from then on it keeps nothing more. */
export function endable(local: LocalStore): LocalStore & { end(): void } {
	let ended = false;
	return {
		...local,
		set: (key, value) => !ended && local.set(key, value),
		end: () => {
			ended = true;
		}
	};
}
