// Web Locks, for work that windows must not do at the same time.

/** Works under a lock; without it where it cannot be had in time, since another window may be frozen while it holds it. */
export async function locked<T>(
	locks: LockManager | undefined,
	name: string,
	waitMs: number,
	work: () => Promise<T>
): Promise<T> {
	if (locks === undefined) return work();
	let begun = false;
	try {
		return await locks.request(name, { signal: AbortSignal.timeout(waitMs) }, () => {
			begun = true;
			return work();
		});
	} catch (error) {
		if (begun) throw error;
		return work();
	}
}
