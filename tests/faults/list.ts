// Every fault that is tried, in the order of their numbers.
import { clocks } from './clock.js';
import { corruption } from './corruption.js';
import { corruptionInFirefox } from './corruption-firefox.js';
import { eviction } from './eviction.js';
import { bombs, scriptsAsText } from './hostile.js';
import { scriptsInFirefox, scriptsInWebKit } from './hostile-engines.js';
import { fuzzedImports } from './imports.js';
import { killsAtStart, killsOfFirefox, killsWhileAnswering } from './kills.js';
import { modelled } from './model.js';
import { flaps } from './network.js';
import { offline } from './offline.js';
import { offlineInFirefox, offlineInWebKit } from './offline-engines.js';
import { retiredWorker } from './retired.js';
import { roundTrip } from './round-trip.js';
import { storageCalls } from './storage-calls.js';
import { power } from './power.js';
import { quota } from './quota.js';
import { longPasts } from './slow.js';
import { soak } from './soak.js';
import { tabs } from './tabs.js';
import { updates } from './updates.js';
import { outdatedCode, upgrades } from './upgrade.js';
import type { Fault } from './types.js';

export const FAULTS: readonly Fault[] = [
	killsWhileAnswering,
	killsAtStart,
	corruption,
	killsOfFirefox,
	corruptionInFirefox,
	storageCalls,
	modelled,
	quota,
	tabs,
	fuzzedImports,
	roundTrip,
	upgrades,
	clocks,
	flaps,
	eviction,
	updates,
	soak,
	longPasts,
	power,
	offline,
	scriptsAsText,
	bombs,
	outdatedCode,
	retiredWorker,
	scriptsInFirefox,
	scriptsInWebKit,
	offlineInFirefox,
	offlineInWebKit
];
