// F8: whatever a learner and a device do in whatever order (answer, flag, draft, finish, further tabs, closed tabs, killed tabs, a lost
// database, a broken journal): what is stored is what a model of a few lines says. F25 does the same in the real app.
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { SessionEvent } from '../../src/lib/session/events.js';
import {
	answer,
	checked,
	finished,
	item,
	responded,
	round,
	started
} from '../unit/storage/events.js';
import { Device, type Tab } from '../unit/storage/ground.js';
import { expected, openRaw, tables } from '../unit/storage/rows.js';
import { hold, type Fault } from './types.js';

/** Sequences in one trial, and steps in one sequence. */
const SEQUENCES = 25;
const STEPS = 20;

/** What must be there. */
interface Model {
	/** Every event that was called saved. */
	readonly saved: SessionEvent[];
	readonly sessions: string[];
	tabs: number;
}

interface Real {
	readonly device: Device;
	readonly tabs: Tab[];
}

type Command = fc.AsyncCommand<Model, Real>;

/** A command by its name, what it needs and what it does. */
function command(
	name: string,
	needs: (model: Readonly<Model>) => boolean,
	run: (model: Model, real: Real) => Promise<void>
): Command {
	return { check: needs, run, toString: () => name };
}

const anyTab = (model: Readonly<Model>) => model.tabs > 0;
const anySession = (model: Readonly<Model>) => model.tabs > 0 && model.sessions.length > 0;

async function append(model: Model, real: Real, at: number, event: SessionEvent): Promise<void> {
	const tab = real.tabs[at % real.tabs.length];
	assert.deepEqual(
		await tab?.store.append(event, event.kind === 'started' ? [item('item-0')] : []),
		{ ok: true }
	);
	model.saved.push(event);
}

/** Lets go of a tab; `clean`: as when it is closed, otherwise as when it is killed, which storage cannot tell apart. */
function drop(model: Model, real: Real, at: number): void {
	const [tab] = real.tabs.splice(at % real.tabs.length, 1);
	tab?.close();
	model.tabs -= 1;
}

const commands = (): fc.Arbitrary<Command>[] => {
	const at = fc.nat(9);
	const onSession = (name: string, make: (session: string, index: number) => SessionEvent) =>
		fc
			.tuple(at, at, at)
			.map(([tab, which, index]) =>
				command(
					`${name}(tab ${tab}, session ${which}, question ${index})`,
					anySession,
					(model, real) =>
						append(
							model,
							real,
							tab,
							make(model.sessions[which % model.sessions.length] ?? '', index % 4)
						)
				)
			);
	return [
		fc.constant(
			command(
				'open a tab',
				(model) => model.tabs < 3,
				async (model, real) => {
					real.tabs.push(await real.device.tab());
					model.tabs += 1;
				}
			)
		),
		fc.tuple(at, fc.constantFrom('study' as const, 'exam' as const)).map(([tab, mode]) =>
			command(`start(tab ${tab}, ${mode})`, anyTab, async (model, real) => {
				const session = `s${model.sessions.length}`;
				await append(model, real, tab, started(session, 4, mode));
				model.sessions.push(session);
			})
		),
		onSession('answer', (session, index) => checked(session, index, { points: index % 2 })),
		onSession('answer', (session, index) => checked(session, index, { points: 1 })),
		onSession('draft', responded),
		onSession('finish', (session) => finished(session, [answer(0, { mode: 'exam' })])),
		onSession(
			'flag',
			(session, index) =>
				({
					...responded(session, index),
					kind: 'flagged',
					index,
					on: index % 2 === 0
				}) as SessionEvent
		),
		at.map((tab) =>
			command(`a visual round(tab ${tab})`, anyTab, (model, real) =>
				append(model, real, tab, round('r', 'milia', tab % 2 === 0 ? 'milia' : 'acne'))
			)
		),
		at.map((tab) =>
			command(
				`save the same again(tab ${tab})`,
				(model) => model.tabs > 0 && model.saved.length > 0,
				async (model, real) => {
					const event = model.saved[tab % model.saved.length];
					if (event !== undefined) await append(model, real, tab, event);
				}
			)
		),
		at.map((tab) =>
			command(`close or kill(tab ${tab})`, anyTab, async (model, real) => drop(model, real, tab))
		),
		fc.constant(
			command(
				'the browser loses the database while nothing is open',
				() => true,
				async (model, real) => {
					while (real.tabs.length > 0) drop(model, real, 0);
					real.device.loseDatabase();
				}
			)
		),
		fc.constant(
			command('the browser empties the database under open tabs', anyTab, async (_model, real) => {
				const db = await openRaw(real.device);
				for (const table of db.tables) await table.clear();
				db.close();
			})
		),
		fc.constant(
			command(
				'localStorage is forgotten',
				() => true,
				async (_model, real) => real.device.area.clear()
			)
		),
		at.map((tab) =>
			command(`check the data(tab ${tab})`, anyTab, async (_model, real) => {
				const found = await real.tabs[tab % real.tabs.length]?.store.rebuild();
				assert.deepEqual([found?.corrected, found?.damaged], [0, 0]);
			})
		)
	];
};

async function agrees({ device, tabs }: Real, model: Model): Promise<void> {
	if (tabs.length === 0) tabs.push(await device.tab());
	const [tab] = tabs;
	hold(tab?.store.status.mode === 'database', 'the database does not open any more');
	// A read notices a database that was lost, and brings everything back.
	await tab.store.recent(1);
	assert.deepEqual(await tables(device), expected(model.saved));
	for (const one of tabs) one.close();
}

async function sequences(seed: number): Promise<number> {
	await fc.assert(
		fc.asyncProperty(fc.commands(commands(), { maxCommands: STEPS, size: 'max' }), async (all) => {
			const real: Real = { device: new Device(), tabs: [] };
			const model: Model = { saved: [], sessions: [], tabs: 0 };
			await fc.asyncModelRun(() => ({ model, real }), all);
			await agrees(real, model);
		}),
		{ seed, numRuns: SEQUENCES }
	);
	return SEQUENCES;
}

export const modelled: Fault = {
	id: 'F8',
	title:
		'random sequences of what learners and devices do, against a model (storage, without a browser)',
	promise: 'P1',
	engine: 'Node',
	quick: 8,
	long: 400,
	prepare: async () => ({
		trial: (_dice, seed) => sequences(seed % 0x7fffffff),
		close: async () => undefined
	})
};
