// Automatic snapshots: backups that the browser keeps beside the database, where what damages the one leaves the other. Their names
// say what they are, so that listing them opens none.

export interface Snapshot {
	readonly name: string;
	/** When it was made, ms since 1970. */
	readonly at: number;
	readonly answers: number;
	/** Lines in it. */
	readonly lines: number;
	/** Bytes that it must have: one that was cut short has fewer. */
	readonly bytes: number;
}

/** Where snapshots are kept. */
export interface SnapshotShelf {
	/** Names and sizes in bytes. */
	list(): Promise<readonly { readonly name: string; readonly size: number }[]>;
	put(name: string, file: Blob): Promise<void>;
	get(name: string): Promise<Blob | undefined>;
	remove(name: string): Promise<void>;
}

const NAME = /^snapshot-(\d{13})-(\d+)-(\d+)-(\d+)\.jsonl\.gz$/;
const DAILY = 7;
const WEEKLY = 4;
const DAY_MS = 86_400_000;
/** A new one at most so often; a long log takes a while to pack. */
const PAUSE_MS = 1_800_000;
const LONG_PAUSE_MS = DAY_MS;
const LONG = 50_000;

export const nameOf = ({ at, answers, lines, bytes }: Omit<Snapshot, 'name'>): string =>
	`snapshot-${String(at).padStart(13, '0')}-${answers}-${lines}-${bytes}.jsonl.gz`;

/** The whole snapshots among files, latest first. */
export function snapshotsIn(
	files: readonly { readonly name: string; readonly size: number }[]
): Snapshot[] {
	return files
		.flatMap(({ name, size }) => {
			const [at, answers, lines, bytes] = (NAME.exec(name) ?? []).slice(1).map(Number);
			return at === undefined || answers === undefined || lines === undefined || bytes !== size
				? []
				: [{ name, at, answers, lines, bytes }];
		})
		.sort((a, b) => b.at - a.at);
}

/** Whether it is time for another: something has changed, and the last one is old enough. */
export function isTime(
	all: readonly Snapshot[],
	now: { readonly at: number; readonly lines: number }
): boolean {
	if (now.lines === 0) return false;
	const [last] = all;
	if (last === undefined) return true;
	const pause = now.lines > LONG ? LONG_PAUSE_MS : PAUSE_MS;
	// A clock that was set back must not end snapshots for years.
	return last.lines !== now.lines && Math.abs(now.at - last.at) >= pause;
}

/**
 * What to keep: the latest of each of the last 7 days and of the last 4 weeks that have one. Of each such day also the
 * fullest, so that one made after a loss does not take the place of one made before it; and the two latest of all, which
 * stand before and after a restore.
 */
export function kept(all: readonly Snapshot[]): ReadonlySet<string> {
	const keep = new Set(all.slice(0, 2).map((one) => one.name));
	const take = (groupOf: (one: Snapshot) => number, most: number) => {
		const groups = new Map<number, Snapshot[]>();
		for (const one of all) {
			const group = groups.get(groupOf(one));
			if (group !== undefined) group.push(one);
			else if (groups.size < most) groups.set(groupOf(one), [one]);
		}
		for (const [latest, ...rest] of groups.values()) {
			if (latest === undefined) continue;
			keep.add(latest.name);
			const fullest = rest.reduce((a, b) => (b.lines > a.lines ? b : a), latest);
			keep.add(fullest.name);
		}
	};
	take(({ at }) => Math.floor(at / DAY_MS), DAILY);
	// The first of January 1970 was a Thursday: weeks begin on Monday.
	take(({ at }) => Math.floor((at / DAY_MS + 3) / 7), WEEKLY);
	return keep;
}
