// Random states of a device, made of real questions, and what backups make of them.
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { Packer } from '$lib/backup/pack';
import { readBackup } from '$lib/backup/read';
import type { Refusal } from '$lib/backup/format';
import type { Differences, Prefer } from '$lib/backup/store';
import { readWhole } from '../banks/whole';
import type { BankFile } from '$lib/banks/own-copy';
import type { CompiledBank } from '$lib/banks/catalogue';
import type { SessionEvent } from '$lib/session/events';
import type { Storage } from '$lib/storage/store';
import { anyLog } from '../storage/events';

export const AT = '2026-11-22T04:00:00.000Z';

export const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(createHash('sha256').update(bytes).digest());

/** The first case study of Milium's own with its questions, or a few of its other questions, under another id. */
export async function someBank(id: string, cases = true): Promise<CompiledBank> {
	const name = cases ? 'case-studies' : 'milia-basics';
	const path = new URL(`../../../questions/banks/${name}/bank.json`, import.meta.url);
	const { cases: all, ...file } = JSON.parse(readFileSync(path, 'utf8')) as BankFile;
	const one = all?.[0];
	const items =
		one === undefined
			? file.items.slice(0, 3)
			: file.items.filter((item) => one.items.includes(item.id));
	const small = { ...file, id, items, ...(one !== undefined && { cases: [one] }) };
	const read = await readWhole(JSON.stringify(small), sha256);
	if (!read.ok) throw new Error(JSON.stringify(read.faults[0]));
	return read.value;
}

/** What a device may hold. */
export interface State {
	readonly log: readonly SessionEvent[];
	readonly settings: Readonly<Record<string, unknown>>;
	readonly banks: readonly string[];
	readonly drafts: readonly { readonly id: string }[];
}

export const anyState: fc.Arbitrary<State> = fc.record({
	log: fc.oneof({ weight: 3, arbitrary: anyLog }, fc.constant([])),
	settings: fc.record(
		{
			theme: fc.constantFrom('light', 'dark'),
			retention: fc.constantFrom(0.8, 0.9, 0.95),
			examDate: fc.constantFrom('', '2027-03-01'),
			quizLength: fc.integer({ min: 1, max: 50 })
		},
		{ requiredKeys: [] }
	),
	banks: fc.subarray(['ward-one', 'ward-two']),
	drafts: fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{1,6}$/), title: fc.string() }), {
		maxLength: 3,
		selector: (one) => one.id
	})
});

/** Fills a store with a state. */
export async function fill(store: Storage, state: State, banks: ReadonlyMap<string, CompiledBank>) {
	const items = [...banks.values()].flatMap((bank) => bank.items);
	for (const event of state.log) await store.append(event, event.kind === 'started' ? items : []);
	if (Object.keys(state.settings).length > 0) await store.settings.write(state.settings);
	for (const id of state.banks) await store.installBank(banks.get(id)!);
	for (const draft of state.drafts) await store.shelf('moduleDrafts').put(draft as never);
}

export async function backUp(store: Storage): Promise<Uint8Array> {
	const packer = new Packer(AT);
	for await (const lines of store.backups.lines()) packer.add(lines);
	return new Uint8Array(await packer.end().arrayBuffer());
}

/** Compares; `Refusal` where the file is refused. */
export async function compare(
	store: Storage,
	bytes: Uint8Array,
	passphrase?: string
): Promise<Differences | Refusal> {
	const comparing = await store.backups.compare();
	const source = { file: new Blob([bytes.slice()]), sha256, ...(passphrase && { passphrase }) };
	for await (const told of readBackup(source)) {
		if (told.kind === 'chunk') await comparing.take(told.chunk);
		if (told.kind === 'refused') return told.refusal;
	}
	return comparing.end();
}

export async function restore(store: Storage, bytes: Uint8Array, prefer: Prefer = 'here') {
	const merging = await store.backups.merge(prefer, Date.parse(AT));
	for await (const told of readBackup({ file: new Blob([bytes.slice()]), sha256 })) {
		if (told.kind === 'refused') throw new Error(told.refusal.says);
		if (told.kind !== 'chunk') continue;
		const saved = await merging.take(told.chunk);
		if (!saved.ok) throw new Error(saved.problem.happened);
	}
	await merging.end();
	return merging;
}
