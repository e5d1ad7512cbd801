// The learner's side of a module: beginning an attempt, and what became of those there are.
import type { HashedItem } from '$lib/banks/catalogue';
import { marksIn, timingFrom } from '$lib/modules/clock-log';
import { moduleId, type ModuleContent } from '$lib/modules/format';
import type { TakenModule } from '$lib/modules/kept';
import { drawPaper, type Paper } from '$lib/modules/paper';
import type { Receipt } from '$lib/modules/receipt';
import { attemptsLeft, feedbackAt, rulesFor, stateAt, type Rules } from '$lib/modules/rules';
import type { Plan, SessionEvent } from '$lib/session/events';
import { fold, type SessionState } from '$lib/session/state';
import type { Saved } from '$lib/session/store';
import type { Storage } from '$lib/storage';
import type { App } from '../app.svelte.js';
import { itemsOf } from '../library.js';

/** An attempt as the log has it. */
export interface Attempt {
	readonly session: SessionState;
	readonly events: readonly SessionEvent[];
}

/** The attempts of a module that are on this device, in their order. */
export async function attemptsAt(taken: TakenModule, storage: Storage): Promise<Attempt[]> {
	const all = await Promise.all(taken.attempts.map((id) => storage.events(id)));
	return all.flatMap(({ events }) => {
		const session = fold(events);
		return session === undefined ? [] : [{ session, events }];
	});
}

/** What a learner can do with a module now. */
export interface Standing {
	readonly rules: Rules;
	readonly state: ReturnType<typeof stateAt>;
	/** Attempts that may still be begun. */
	readonly left: number;
	readonly open: Attempt | undefined;
	readonly finished: readonly Attempt[];
}

/** How a module stands for this learner at `now`, ms since 1970. */
export function standingOf(
	taken: TakenModule,
	attempts: readonly Attempt[],
	now: number
): Standing {
	const rules = rulesFor(taken.module.content, taken.code);
	return {
		rules,
		state: stateAt(rules, now),
		left: attemptsLeft(rules, attempts.length),
		open: attempts.find(({ session }) => session.finished === undefined),
		finished: attempts.filter(({ session }) => session.finished !== undefined)
	};
}

/** Seconds that an attempt may take: what the limit gives, and not longer than the module is open. */
function limitOf(rules: Rules, now: number): number | undefined {
	const until = [rules.closes, rules.late === 'refuse' ? rules.due : undefined];
	const seconds = until.flatMap((end) =>
		end === undefined ? [] : [Math.max(1, Math.floor((end - now) / 1000))]
	);
	const all = [...seconds, ...(rules.timeLimitS === undefined ? [] : [rules.timeLimitS])];
	return all.length === 0 ? undefined : Math.min(...all);
}

/** Whether an attempt ends without a score: where it has none, or where not all of it is shown at the end. */
function isUnscored(content: ModuleContent): boolean {
	if (content.keyless === true) return true;
	const { when, parts } = content.feedback;
	if (content.mode === 'study') return false;
	return !(when === 'each' || when === 'finished') || parts.length < 4;
}

/** What a session asks of a learner whose device has this key. */
function planFor(
	content: ModuleContent,
	paper: Paper,
	{ attempt, rules, now }: { attempt: number; rules: Rules; now: number }
): Plan {
	const limit = limitOf(rules, now);
	return {
		mode: content.mode,
		seed: content.seed | 0,
		confidence: content.confidence,
		items: paper.items.map(({ item: { bank, item, hash } }) => ({ bank, item, hash })),
		...(limit !== undefined && { timeLimitS: limit }),
		module: {
			id: moduleId(content),
			attempt,
			optionSeed: paper.optionSeed ?? null,
			...(isUnscored(content) && { unscored: true })
		}
	};
}

export type Begun =
	| { readonly ok: true; readonly session: string }
	| { readonly ok: false; readonly happened: string };

/** Begins an attempt. `key` is that of the learner's device for this module. */
export async function beginAttempt(app: App, taken: TakenModule, key: string): Promise<Begun> {
	const storage = await app.storage();
	const { content } = taken.module;
	const now = app.now();
	const rules = rulesFor(content, taken.code);
	const attempt = taken.attempts.length + 1;
	const plan = planFor(content, drawPaper(content, key), { attempt, rules, now });
	const items = await itemsFor(taken, plan, storage);
	if (items === undefined)
		return {
			ok: false,
			happened:
				'A question of this module is not on this device. Open the module again while you are online, or ask your educator for it as a file.'
		};
	const newId = app.ids();
	const session = newId();
	const kept = await storage
		.shelf('takenModules')
		.put({ ...taken, attempts: [...taken.attempts, session] });
	if (!kept.ok) return notSaved(kept);
	const event = {
		id: newId(),
		session,
		at: now,
		tz: app.timeZone(),
		kind: 'started',
		plan
	} as const;
	const saved = await storage.append(event, items);
	return saved.ok ? { ok: true, session } : notSaved(saved);
}

function notSaved(saved: Extract<Saved, { ok: false }>): Begun {
	const { happened, safe, next } = saved.problem;
	return { ok: false, happened: `${happened} ${safe} ${next}` };
}

/** The items that an attempt asks, in its order; undefined where one is missing. */
export async function itemsFor(
	taken: Pick<TakenModule, 'items'>,
	plan: Plan,
	storage: Storage
): Promise<HashedItem[] | undefined> {
	const own = new Map(taken.items.map((one) => [one.hash, one]));
	const found = await itemsOf(plan.items, {
		contents: async (hashes) => new Map([...(await storage.contents(hashes)), ...own]),
		installedItems: (refs) => storage.installedItems(refs)
	});
	const there = found.filter((one) => one !== undefined);
	const right = there.every((one, at) => one.hash === plan.items[at]?.hash);
	return right && there.length === plan.items.length ? there : undefined;
}

/** What a finished attempt hands in. `key` is that of the learner's device, `name` what the learner wants to be called. */
export function receiptOf(
	taken: TakenModule,
	{ session, events }: Attempt,
	{ key, name, app }: { key: string; name: string; app: string }
): Receipt {
	const { content, signature } = taken.module;
	const paper = drawPaper(content, key);
	const timing = timingFrom(session.startedAt, marksIn(events));
	const start = events.find((one) => one.kind === 'started');
	return {
		format: 'milium-receipt/1',
		suite: content.suite,
		module: moduleId(content),
		moduleSignature: signature,
		learner: { name: name.trim(), ...(taken.code !== '' && { code: taken.code }), key },
		attempt: session.plan.module?.attempt ?? 1,
		app,
		banks: content.banks.map(({ id, version }) => ({ id, version })),
		started: session.startedAt,
		tz: start?.tz ?? 0,
		took: Math.round(timing.elapsedMs / 1000),
		ended: session.finished?.reason ?? 'learner',
		answers: paper.items.map(({ place, item }, index) => ({
			item: place,
			hash: item.hash,
			...givenTo(session, index)
		})),
		timing: [...timing.entries]
	};
}

/** What was answered to a question: as scored, or as it stood at the end. */
function givenTo(session: SessionState, index: number) {
	const answer = session.answers.get(index);
	const draft = session.drafts.get(index);
	const response = answer?.response ?? draft?.response;
	const confidence = answer?.confidence ?? draft?.confidence;
	const activeMs = answer?.activeMs ?? draft?.activeMs ?? 0;
	return {
		...(response !== undefined && { response }),
		...(confidence !== undefined && { confidence }),
		s: Math.round(activeMs / 1000)
	};
}

/** What a learner may see now of how an attempt went. */
export const shownOf = (taken: TakenModule, attempt: Attempt, now: number) =>
	feedbackAt(taken.module.content, rulesFor(taken.module.content, taken.code), {
		now,
		finished: attempt.session.finished !== undefined
	});
