// From a draft to what a module says. Everything that stands in the way is said at once, each in a sentence for the educator.
import type { Candidate } from '$lib/session/sampling';
import type { ItemRef } from '$lib/banks/bank';
import { withoutDishonest } from '$lib/validation/honest';
import type { ModuleDraft } from './draft.js';
import {
	banksOf,
	readContent,
	type Accommodation,
	type ModuleContent,
	type ModuleItem,
	type Section
} from './format.js';
import { codeMark, plainCode } from './rules.js';
import { instantOf } from './time-zone.js';

/** What a module needs beyond its draft. */
export interface Making {
	readonly educator: ModuleContent['educator'];
	/** Version of Milium. */
	readonly app: string;
	/** ms since 1970. */
	readonly now: number;
	/** Versions of the banks, by id. */
	readonly versions: ReadonlyMap<string, string>;
	readonly sections: readonly Section[];
}

export type Made =
	| { readonly ok: true; readonly content: ModuleContent }
	| { readonly ok: false; readonly obstacles: readonly string[] };

/** The content that is signed, or all that stands in the way of making it, in words. */
export function makeContent(draft: ModuleDraft, making: Making): Made {
	const obstacles = obstaclesOf(draft, making);
	if (obstacles.length > 0) return { ok: false, obstacles };
	const read = readContent(JSON.parse(JSON.stringify(contentOf(draft, making))));
	if (read.ok) return { ok: true, content: read.value };
	return {
		ok: false,
		obstacles: read.faults.map((one) => `${one.path}: ${one.value} is not ${one.expected}.`)
	};
}

const DATES = { opens: 'opens', due: 'is due', closes: 'closes' } as const;

function obstaclesOf(draft: ModuleDraft, { sections, educator }: Making): string[] {
	const found: (string | false)[] = [
		withoutDishonest(draft.title).trim() === '' && 'Give the module a title.',
		withoutDishonest(educator.name).trim() === '' &&
			'Say who you are: learners see whose module it is.',
		sections.every(({ items }) => items.length === 0) && 'Choose at least one question.',
		draft.limited && !(draft.minutes >= 0.5) && 'The time limit must be at least half a minute.',
		draft.passing &&
			!(draft.passPercent >= 0 && draft.passPercent <= 100) &&
			'The pass mark must be between 0 and 100 percent.',
		...Object.entries(DATES).map(
			([key, word]) =>
				draft[key as keyof typeof DATES] !== '' &&
				timeOf(draft, key as keyof typeof DATES) === undefined &&
				`The time at which it ${word} cannot be read.`
		),
		isBefore(draft, 'due', 'opens') && 'It is due before it opens.',
		isBefore(draft, 'closes', 'opens') && 'It closes before it opens.',
		isBefore(draft, 'closes', 'due') && 'It closes before it is due.',
		!isKeyless(draft) &&
			draft.feedbackTime === 'due' &&
			draft.due === '' &&
			'Learners see how they did after the due time, so set one.',
		!isKeyless(draft) &&
			draft.feedbackTime === 'closed' &&
			draft.closes === '' &&
			'Learners see how they did after it closes, so say when that is.',
		...codeObstacles(draft)
	];
	return found.filter((one): one is string => one !== false);
}

function codeObstacles({ accommodations }: ModuleDraft): (string | false)[] {
	const codes = accommodations.map(({ code }) => plainCode(code));
	return [
		codes.includes('') && 'Every accommodation needs a code.',
		new Set(codes).size < codes.length && 'Two accommodations have the same code.'
	];
}

const timeOf = (draft: ModuleDraft, key: keyof typeof DATES) =>
	draft[key] === '' ? undefined : instantOf(draft[key], draft.timeZone);

function isBefore(draft: ModuleDraft, one: keyof typeof DATES, other: keyof typeof DATES) {
	const [first, second] = [timeOf(draft, one), timeOf(draft, other)];
	return first !== undefined && second !== undefined && first <= second && one !== other;
}

function contentOf(draft: ModuleDraft, making: Making): unknown {
	const { educator, app, now: made, versions, sections } = making;
	const seed = draft.seed >>> 0;
	const accommodations = draft.accommodations.map((one) =>
		accommodationOf(one, draft, { educator, seed })
	);
	const message = withoutDishonest(draft.message).trim();
	return {
		format: 'milium-module/1',
		suite: 'p256/1',
		title: withoutDishonest(draft.title).trim(),
		message: message === '' ? undefined : message,
		educator: { ...educator, name: withoutDishonest(educator.name).trim() },
		made,
		revision: draft.revision,
		revises: draft.revises === '' ? undefined : draft.revises,
		app,
		banks: banksOf(sections.flatMap(({ items }) => items)).map((id) => ({
			id,
			version: versions.get(id) ?? ''
		})),
		sections,
		seed,
		mode: draft.mode,
		order: draft.order,
		options: draft.options,
		confidence: draft.confidence,
		timeLimitS: draft.limited ? Math.round(draft.minutes * 60) : undefined,
		attempts: draft.attempts,
		counts: draft.counts,
		pass: draft.passing ? draft.passPercent : undefined,
		opens: timeOf(draft, 'opens'),
		due: timeOf(draft, 'due'),
		closes: timeOf(draft, 'closes'),
		timeZone: draft.timeZone,
		late: draft.late,
		feedback: feedbackOf(draft),
		keyless: isKeyless(draft) ? true : undefined,
		accommodations: accommodations.length === 0 ? undefined : accommodations
	};
}

/** Study needs the key, whatever an old draft says. */
const isKeyless = ({ keyless, mode }: ModuleDraft) => keyless && mode === 'exam';

/** Study is feedback after each question, with all there is to it. */
function feedbackOf(draft: ModuleDraft): ModuleContent['feedback'] {
	if (isKeyless(draft)) return { when: 'never', parts: [] };
	if (draft.mode === 'study')
		return { when: 'each', parts: ['correctness', 'points', 'rationales', 'key'] };
	return { when: draft.feedbackTime, parts: [...draft.feedbackParts] };
}

function accommodationOf(
	one: ModuleDraft['accommodations'][number],
	{ timeZone }: ModuleDraft,
	module: Pick<ModuleContent, 'educator' | 'seed'>
): Accommodation {
	return {
		who: codeMark(module, one.code),
		...(one.factor !== 1 && { factor: one.factor }),
		...(one.extraMinutes > 0 && { extraMinutes: Math.round(one.extraMinutes) }),
		...(one.due !== '' && { due: instantOf(one.due, timeZone) }),
		...(one.extraAttempts > 0 && { extraAttempts: one.extraAttempts })
	} as Accommodation;
}

/** Items as a module names them; those of a case study follow its first. `all` are the candidates that they come from. */
export function moduleItems(refs: readonly ItemRef[], all: readonly Candidate[]): ModuleItem[] {
	const byName = new Map(all.map((one) => [`${one.bank}/${one.id}`, one]));
	return refs.map((ref) => {
		const step = byName.get(`${ref.bank}/${ref.item}`)?.case?.step ?? 1;
		return { ...ref, ...(step > 1 && { follows: true as const }) };
	});
}
