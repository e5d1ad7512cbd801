// A part of the app that is fetched once it is wanted, so that no page waits for what it does not show yet.

/** A part that comes later. */
export interface Later<T> {
	/** The part, or undefined while it has not been fetched. Reactive. */
	readonly now: T | undefined;
	/** Fetches the part once; rejects when it cannot be fetched, and the next call tries again. */
	load(): Promise<T>;
	/** The part, or undefined while it is on its way; asking for it sends for it. Reactive. */
	wanted(): T | undefined;
}

/** A part that `fetch` brings. */
export function later<T>(fetch: () => Promise<T>): Later<T> {
	let part = $state.raw<T>();
	let pending: Promise<T> | undefined;
	async function bring(): Promise<T> {
		try {
			part = await fetch();
			return part;
		} catch (error) {
			pending = undefined;
			throw error;
		}
	}
	const load = () => (pending ??= bring());
	return {
		get now() {
			return part;
		},
		load,
		wanted() {
			if (part === undefined) void load().catch(() => undefined);
			return part;
		}
	};
}
