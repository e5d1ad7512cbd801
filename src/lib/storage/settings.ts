// The learner's settings. One row a setting, so that two windows that change different ones do not overwrite each other.
import * as v from 'valibot';
import type { Saved } from '$lib/session/store';
import { LOCAL_KEYS, type LocalStore } from './local.js';

export const THEMES = ['auto', 'light', 'dark'] as const;

/** The settings; one that is missing or damaged has its default. */
export const settingsSchema = v.object({
	theme: v.fallback(v.picklist(THEMES), 'auto'),
	/** Whether *How sure are you?* is asked. */
	askConfidence: v.fallback(v.boolean(), true),
	/** Whether keys such as 1 to 9 choose an option. */
	shortcuts: v.fallback(v.boolean(), true),
	/** Questions in a quick quiz. */
	quizLength: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 10)
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export interface SettingsStore {
	read(): Promise<Settings>;
	/** Changes the settings that are named. */
	write(change: Partial<Settings>): Promise<Saved>;
}

/** Settings from stored rows. The theme is also in localStorage, and survives there when the database is lost. */
export function settingsFrom(rows: ReadonlyMap<string, unknown>, local: LocalStore): Settings {
	return v.parse(settingsSchema, {
		theme: local.get(LOCAL_KEYS.theme),
		...Object.fromEntries(rows)
	});
}

/** Keeps the theme where the boot script finds it before the first paint. */
export function mirrorTheme(theme: Settings['theme'], local: LocalStore): void {
	if (theme === 'auto') local.remove(LOCAL_KEYS.theme);
	else local.set(LOCAL_KEYS.theme, theme);
}
