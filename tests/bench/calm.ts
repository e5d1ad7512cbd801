// Whether the machine has time for a measurement.
import { cpus } from 'node:os';

const LOOK_MS = 400;
const WAIT_AT_MOST_MS = 8000;
/** Share of the machine that may be in use. */
const BUSY = 0.35;

/** Whether the machine was calm when a sample began. */
let looks: boolean[] = [];

/**
 * Waits until most of the machine is idle, for a while at most: others may be at work, and a browser that has just been
 * started is for a moment busy with itself.
 */
export async function untilCalm(): Promise<void> {
	const end = performance.now() + WAIT_AT_MOST_MS;
	let share = await inUse();
	while (share > BUSY && performance.now() < end) share = await inUse();
	looks.push(share <= BUSY);
}

/** How many samples since the last report began on a calm machine. */
export function weatherReport(): string {
	const calm = looks.filter(Boolean).length;
	const report = `${calm} of ${looks.length} samples began on a calm machine.`;
	looks = [];
	return report;
}

/** Share of the machine in use during a short look, from 0 to 1. */
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
