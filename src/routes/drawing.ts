// Draws a quiz from every bank there is. Fetched when a quiz is drawn, after the first question is on screen.
import { itemBrief } from '$lib/banks/brief';
import type { ItemRef } from '$lib/banks/bank';
import type { BankBrief, HashedItem } from '$lib/banks/catalogue';
import { draw, matching, type Candidate, type History, type Wishes } from '$lib/session/sampling';
import type { BankStore, SessionStore } from '$lib/session/store';
import { kindsOf, sampleOf, type Sample, type UnlistedKind } from '$lib/session/unlisted';
import { candidatesOf } from './library.js';

type Store = BankStore & Pick<SessionStore, 'history'>;

/** Missed items of a bank that is not listed which are looked at. */
const MISSED_AT_MOST = 500;
/** How often a larger sample is taken where the one before held too few items never answered. */
const TRIES = 3;

export interface Drawn {
	readonly items: readonly ItemRef[];
	/** What the learner has done with the drawn items, and with others. */
	readonly history: History;
}

/** Draws up to `count` items that fit the wishes, from banks of any size. See `draw`. */
export async function drawQuiz(
	store: Store,
	briefs: readonly BankBrief[],
	wishes: Wishes,
	options: { readonly count: number; readonly seed: number; readonly first?: string }
): Promise<Drawn> {
	const kinds = wishes.pool === 'missed' ? [] : kindsOf(briefs, wishes);
	const more = wishes.pool === 'missed' ? await missedUnlisted(store, briefs) : [];
	const listed = [...candidatesOf(briefs), ...more];
	const history = await store.history(listed.map((one) => one.id));
	const suited = matching(listed, wishes, history);
	// What is on screen already opens the quiz, whether it suits the wishes or not.
	const shown = listed.filter((one) => one.id === options.first && !suited.includes(one));
	const fitting = [...shown, ...suited];
	if (kinds.length === 0) return { items: draw(fitting, history, options), history };
	let drawn: Drawn = { items: [], history };
	for (let tries = 0, share = 3; tries < TRIES; tries += 1, share *= 3) {
		const sample = sampleOf(fitting, kinds, { ...options, seed: options.seed + tries, share });
		drawn = await drawFrom(store, sample, { fitting, history, wishes, kinds }, options);
		if (drawn.items.length >= options.count || wishes.pool !== 'unseen') break;
	}
	return drawn;
}

interface Ground {
	readonly fitting: readonly Candidate[];
	readonly history: History;
	readonly wishes: Wishes;
	readonly kinds: readonly UnlistedKind[];
}

async function drawFrom(
	store: Store,
	sample: Sample,
	{ fitting, history, wishes }: Ground,
	options: { readonly count: number; readonly seed: number; readonly first?: string }
): Promise<Drawn> {
	const found = await Promise.all(
		[...sample.places].map(async ([bank, places]) =>
			candidatesIn(bank, await store.itemsAt(bank, places))
		)
	);
	const unlisted = found.flat();
	const theirs = await store.history(unlisted.map((one) => one.id));
	const all: History = new Map([...history, ...theirs]);
	const opening = fitting.filter((one) => one.id === options.first);
	const listed = sample.listed.some((one) => one.id === options.first)
		? sample.listed
		: [...opening, ...sample.listed];
	const pool = [...listed, ...matching(unlisted, wishes, all)];
	return { items: draw(pool, all, options), history: all };
}

/** Missed items of the banks that are too large to be listed. */
export async function missedUnlisted(
	store: BankStore,
	briefs: readonly BankBrief[]
): Promise<Candidate[]> {
	const large = briefs.filter((one) => one.kinds !== undefined);
	const found = await Promise.all(
		large.map(async ({ id, items }) => {
			const listed = new Set(items.map((one) => one.id));
			const missed = await store.missedItems(id, MISSED_AT_MOST);
			return candidatesIn(
				id,
				missed.filter((one) => !listed.has(one.id))
			);
		})
	);
	return found.flat();
}

const candidatesIn = (bank: string, items: readonly HashedItem[]): Candidate[] =>
	items.map((item) => ({ ...itemBrief(item), bank }));
