// F10: a random state of a device goes into a backup, comes back on a device that was wiped, and gives the same backup to the byte.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CompiledBank } from '../../src/lib/banks/catalogue.js';
import { anyState, backUp, fill, restore, someBank } from '../unit/backup/state.js';
import { Device } from '../unit/storage/ground.js';
import { tables } from '../unit/storage/rows.js';
import { hold, type Fault } from './types.js';

/** States in one trial. */
const STATES = 10;

async function comesBack(
	state: Parameters<typeof fill>[1],
	banks: ReadonlyMap<string, CompiledBank>
): Promise<void> {
	const [old, fresh] = [new Device(), new Device()];
	const from = await old.tab();
	await fill(from.store, state, banks);
	const bytes = await backUp(from.store);
	const to = await fresh.tab();
	await restore(to.store, bytes);
	hold(
		Buffer.compare(await backUp(to.store), bytes) === 0,
		'the backup after restoring is another one'
	);
	assert.deepEqual(await tables(fresh), await tables(old));
	from.close();
	to.close();
}

export const roundTrip: Fault = {
	id: 'F10',
	title: 'random states: backup, wipe, restore, backup: equal to the byte',
	promise: 'P7',
	engine: 'Node',
	quick: 5,
	long: 100,
	prepare: async () => {
		const banks = new Map([
			['ward-one', await someBank('ward-one')],
			['ward-two', await someBank('ward-two', false)]
		]);
		return {
			trial: async (_dice, seed) => {
				await fc.assert(
					fc.asyncProperty(anyState, (state) => comesBack(state, banks)),
					{ seed: seed % 0x7fffffff, numRuns: STATES }
				);
				return STATES;
			},
			close: async () => undefined
		};
	}
};
