// Every fault that is tried, in the order of their numbers.
import { corruption } from './corruption.js';
import { eviction } from './eviction.js';
import { fuzzedImports } from './imports.js';
import { killsAtStart, killsWhileAnswering } from './kills.js';
import { flaps } from './network.js';
import { offline } from './offline.js';
import { tabs } from './tabs.js';
import { updates } from './updates.js';
import type { Fault } from './types.js';

export const FAULTS: readonly Fault[] = [
	killsWhileAnswering,
	killsAtStart,
	corruption,
	tabs,
	fuzzedImports,
	flaps,
	eviction,
	updates,
	offline
];
