// Draws a quick quiz as the learner's role has it. Fetched when a quiz is drawn, after the first question is on screen.
import type { BankBrief } from '$lib/banks/catalogue';
import type { Wishes } from '$lib/session/sampling';
import type { Settings } from '$lib/storage/settings';
import { drawQuiz, type Drawn } from './drawing.js';
import { roleOf } from './roles.js';

/** What a quick quiz draws from: nothing is left out where no role was chosen. */
async function wishesOf(settings: Pick<Settings, 'role'>): Promise<Wishes> {
	const role = roleOf(settings);
	if (role === undefined) return {};
	const { difficulties, prefers } = role;
	if (prefers === undefined) return { difficulties };
	const { ITEM_TYPES } = await import('$lib/items/registry');
	return { difficulties, types: ITEM_TYPES.filter(prefers).map(({ id }) => id) };
}

/** See `drawQuiz`. Where too few questions suit the role, it draws from all. */
export async function drawQuick(
	store: Parameters<typeof drawQuiz>[0],
	briefs: readonly BankBrief[],
	settings: Pick<Settings, 'role'>,
	options: Parameters<typeof drawQuiz>[3]
): Promise<Drawn> {
	const drawn = await drawQuiz(store, briefs, await wishesOf(settings), options);
	return drawn.items.length < options.count ? drawQuiz(store, briefs, {}, options) : drawn;
}
