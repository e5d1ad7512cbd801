// Whether the machine has time for a measurement.
import { cpus } from 'node:os';

const LOOK_MS = 400;
const WAIT_AT_MOST_MS = 20_000;
/** Share of the machine that others may use. */
const BUSY = 0.35;

/**
 * Waits until others leave most of the machine alone, for a while at most. Gives the share that was in use at the last look,
 * from 0 to 1; nothing of the bench runs then.
 */
export async function untilCalm(): Promise<number> {
	const end = performance.now() + WAIT_AT_MOST_MS;
	let share = await inUse();
	while (share > BUSY && performance.now() < end) share = await inUse();
	return share;
}

/** Whether a share that `untilCalm` gave counts as calm. */
export const isCalm = (share: number) => share <= BUSY;

async function inUse(): Promise<number> {
	const before = times();
	await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	const after = times();
	const total = after.total - before.total;
	return total === 0 ? 0 : 1 - (after.idle - before.idle) / total;
}

function times(): { idle: number; total: number } {
	const all = cpus().map((one) => one.times);
	return {
		idle: all.reduce((sum, one) => sum + one.idle, 0),
		total: all.reduce((sum, one) => sum + one.idle + one.user + one.sys + one.nice + one.irq, 0)
	};
}
