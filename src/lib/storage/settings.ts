// The learner's settings. One row a setting, so that two windows that change different ones do not overwrite each other.
import * as v from 'valibot';
import { RETENTION } from '$lib/schedule/memory';
import type { Saved } from '$lib/session/store';
import { LOCAL_KEYS, type LocalStore } from './local.js';

export const THEMES = ['auto', 'light', 'dark'] as const;

const ROLE_IDS = ['student', 'resident', 'educator', 'none'] as const;

/** The settings; one that is missing or damaged has its default. */
const settingsSchema = v.object({
	theme: v.fallback(v.picklist(THEMES), 'auto'),
	/** Whether *How sure are you?* is asked. */
	askConfidence: v.fallback(v.boolean(), true),
	/** Whether keys such as 1 to 9 choose an option. */
	shortcuts: v.fallback(v.boolean(), true),
	/** Questions in a quick quiz. */
	quizLength: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 10),
	/** Who learns here, which presets; `none` where they would rather not say, absent until they have been asked. */
	role: v.fallback(v.optional(v.picklist(ROLE_IDS)), undefined),
	/** How explanations open where there are both; technical where nothing is said. */
	words: v.fallback(v.optional(v.picklist(['plain', 'technical'])), undefined),
	/** Whether progress shows certainty-based marks. */
	certaintyMarks: v.fallback(v.boolean(), false),
	/** Desired retention: the recall at which a question comes back, 0.80 to 0.97. */
	retention: v.fallback(
		v.pipe(v.number(), v.minValue(RETENTION.lowest), v.maxValue(RETENTION.highest)),
		RETENTION.usual
	),
	/** Calendar day of the exam, `2027-03-01`; empty where there is none. */
	examDate: v.fallback(v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]), ''),
	/** Questions a day that the plan to the exam may ask. */
	perDay: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)), 20)
});
export type Settings = v.InferOutput<typeof settingsSchema>;
/** The settings that only one page reads: of the review plan, and of progress. */
export type PlanSettings = 'retention' | 'examDate' | 'perDay' | 'certaintyMarks';

export interface SettingsStore {
	read(): Promise<Settings>;
	/** Changes the settings that are named. */
	write(change: Partial<Settings>): Promise<Saved>;
}

/** The desired retention from its stored row. */
export function retentionFrom(row: { readonly value: unknown } | undefined): number {
	return v.parse(settingsSchema.entries.retention, row?.value);
}

/** Settings from stored rows. The theme is also in localStorage, and survives there when the database is lost. */
export function settingsFrom(rows: ReadonlyMap<string, unknown>, local: LocalStore): Settings {
	return v.parse(settingsSchema, {
		theme: local.get(LOCAL_KEYS.theme),
		...Object.fromEntries(rows)
	});
}

/** What a first question is asked by, which is written into the page with the usual settings. */
const ASKED_BY = ['askConfidence', 'shortcuts', 'quizLength'] as const;

/** Keeps what a change means for the boot script where that finds it before the first paint. */
export function mirrorForBoot(change: Partial<Settings>, local: LocalStore): void {
	const { theme } = change;
	if (theme === 'auto') local.remove(LOCAL_KEYS.theme);
	else if (theme !== undefined) local.set(LOCAL_KEYS.theme, theme);
	// Whoever has other settings is not shown the question that is written into the page.
	if (ASKED_BY.some((key) => key in change)) local.set(LOCAL_KEYS.begun, '1');
}
