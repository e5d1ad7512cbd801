// Backups where the browser gives no database: a file is then the only way to keep anything. A restore cannot be undone here; it
// goes with the window.
import { asWritten } from '$lib/banks/compile';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Line } from '$lib/backup/format';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { SessionEvent } from '$lib/session/events';
import type { Backend } from './backend.js';
import type { BackupPart } from './backup-part.js';
import { byId } from './derive.js';

export interface Memory {
	readonly log: ReadonlyMap<string, SessionEvent>;
	readonly items: ReadonlyMap<string, HashedItem>;
	readonly backend: Backend;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
	a < b ? -1 : 1;
const known = (all: ReadonlyMap<string, unknown>, keys: readonly string[]) =>
	new Set(keys.filter((key) => all.has(key)));

/** The part of a store in memory that backups are made from and restored to. */
export function backupsInMemory({ log, items, backend }: Memory): BackupPart {
	let made: { at: number; answers: number } | undefined;
	return {
		lines: () => lines({ log, items, backend }),
		count: async () => log.size + items.size,
		knownEvents: async (ids) => known(log, ids),
		knownContents: async (hashes) => known(items, hashes),
		rowsThere: async () => undefined,
		putRows: async () => [],
		bankRow: async (id) => {
			const brief = (await backend.installedBriefs()).find((one) => one.id === id);
			const head = await backend.readBank(id, () => undefined);
			return head === undefined || brief === undefined
				? undefined
				: { row: { ...head, set: '' }, brief };
		},
		keepLog: async () => undefined,
		log: async () => undefined,
		undo: async () => undefined,
		state: async () => {
			const answers = (await backend.totals('all'))[0]?.n ?? 0;
			const uncovered = Math.max(0, answers - (made?.answers ?? 0));
			return { lastAt: made?.at, answers, uncovered, since: undefined };
		},
		noteMade: async (at) => {
			made = { at, answers: (await backend.totals('all'))[0]?.n ?? 0 };
		}
	};
}

async function* lines({ log, items, backend }: Memory): AsyncGenerator<readonly Line[]> {
	const settings = [...(await backend.settings())].sort(byKey);
	yield settings.map(([key, value]) => ({ kind: 'setting', key, value }));
	for (const { id } of await backend.installedBriefs()) {
		const all: NumberedItem[] = [];
		const head = await backend.readBank(id, (some) => all.push(...some));
		if (head === undefined) continue;
		yield [{ kind: 'bank', head }];
		all.sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
		yield all.map(([at, item]) => ({ kind: 'item', at, item: asWritten(item) }));
	}
	yield [...items].sort(byKey).map(([, item]) => ({ kind: 'content', item }));
	yield byId([...log.values()]).map((event) => ({ kind: 'event', event }));
}
