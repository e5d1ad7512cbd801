// Whether the browser may delete what is kept here when the device runs out of space.

/** Whether the browser has promised to keep the data; false where it cannot say. */
export async function isPersisted(): Promise<boolean> {
	return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}

/** Asks the browser to keep the data. Some ask the learner, so this belongs after something worth keeping was done. */
export async function persist(): Promise<boolean> {
	return (await navigator.storage?.persist?.().catch(() => false)) ?? false;
}
