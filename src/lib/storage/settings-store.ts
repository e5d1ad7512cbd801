// Settings as the pages know them.
import type { Saved } from '$lib/session/store';
import type { Backend } from './backend.js';
import type { LocalStore } from './local.js';
import { mirrorForBoot, settingsFrom, type SettingsStore } from './settings.js';

/** The settings of a backend; what counts before the first paint is kept in `local` too. */
export function settingsStore(
	backend: () => Pick<Backend, 'settings' | 'changeSettings'>,
	local: LocalStore,
	read: <T>(work: () => Promise<T>) => Promise<T>,
	save: (work: () => Promise<void>) => Promise<Saved>
): SettingsStore {
	return {
		read: async () => settingsFrom(await read(() => backend().settings()), local),
		write: (change) => {
			mirrorForBoot(change, local);
			return save(() => backend().changeSettings(new Map(Object.entries(change))));
		}
	};
}
