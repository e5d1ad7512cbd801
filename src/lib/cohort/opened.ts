// From a module and a receipt that have been opened and found sound to what statistics are made from.
import type { HashedItem } from '$lib/banks/catalogue';
import type { ItemRef } from '$lib/banks/bank';
import { moduleId, questionCount, type ModuleContent } from '$lib/modules/format';
import type { Receipt } from '$lib/modules/receipt';
import { limitWords, rulesFor } from '$lib/modules/rules';
import { clockWords, spanWords } from '$lib/modules/time-words';
import type { TimingEntry } from '$lib/modules/timing';
import { markOf, maxOf, type Digest, type Flag } from './digest.js';
import { cleanName } from './names.js';
import { codeOf } from './people.js';
import type { Terms } from './terms.js';

/** An item of a module with its key: the one that is scored, wherever the module itself carries none. */
export interface KeyedItem {
	readonly bank: string;
	readonly item: HashedItem;
}

const LONGEST_LABEL = 160;
const cut = (text: string) =>
	text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1)}…` : text;

/** The terms of a module whose items, in its order, are these. */
export function termsOf(content: ModuleContent, items: readonly KeyedItem[]): Terms {
	const asked = questionCount(content);
	return {
		module: moduleId(content),
		title: content.title,
		revision: content.revision,
		...(content.revises !== undefined && { revises: content.revises }),
		counts: content.counts,
		...(content.pass !== undefined && { passMark: content.pass / 100 }),
		...(asked < items.length && { asked }),
		items: items.map(({ bank, item }) => ({
			ref: { bank, item: item.id, hash: item.hash } satisfies ItemRef,
			max: maxOf(item),
			type: item.type,
			topics: [...item.topics],
			label: cut(item.stem)
		}))
	};
}

/** When a receipt says it was handed in, ms since 1970, by the learner's clock. */
export const handedInAt = ({ started, took }: Pick<Receipt, 'started' | 'took'>) =>
	started + 1000 * took;

const HIDDEN_IN_NAME: Flag = {
	kind: 'name',
	text: 'the name held hidden characters, which were left out'
};

/** The digest of a receipt: its answers scored anew, its time looked at. `id` is that of the receipt, `now` the time of its import. */
export function digestOf(
	content: ModuleContent,
	receipt: Receipt,
	{ id, items, now }: { id: string; items: readonly KeyedItem[]; now: number }
): Digest {
	const rules = rulesFor(content, receipt.learner.code);
	const limit = limitWords(rules);
	const { name, changed } = cleanName(receipt.learner.name);
	const flags = flagsOf(receipt, { ...rules, made: content.made, now });
	return {
		receipt: id,
		module: receipt.module,
		learner: receipt.learner.key,
		code: name === '' ? codeOf(receipt.learner.key) : name,
		attempt: receipt.attempt,
		at: handedInAt(receipt),
		...(rules.timeLimitS !== undefined && { limitS: rules.timeLimitS }),
		...(rules.accommodated && { accommodation: limit ?? 'own times' }),
		flags: changed ? [...flags, HIDDEN_IN_NAME] : flags,
		marks: receipt.answers.flatMap((answer) => {
			const keyed = items[answer.item];
			if (keyed === undefined) return [];
			const given = { item: answer.item, response: answer.response, ms: 1000 * answer.s };
			return [markOf(keyed.item, given)];
		})
	};
}

/** Shorter ones are no hint at anything, in seconds. */
const NOTABLE = { gap: 60, away: 60, clock: 60, over: 30 } as const;

/** What the time of an attempt is held against; times in ms since 1970. */
export interface TimeFrame {
	readonly timeLimitS?: number | undefined;
	readonly opens?: number | undefined;
	readonly due?: number | undefined;
	/** When the module was made, and when the receipt came in. */
	readonly made: number;
	readonly now: number;
}

/** What stands out in the time of an attempt. */
export function flagsOf(
	receipt: Pick<Receipt, 'started' | 'took' | 'timing'>,
	frame: TimeFrame
): Flag[] {
	const of = (kind: TimingEntry['kind']) =>
		receipt.timing.filter((one) => one.kind === kind && Math.abs(one.s) >= NOTABLE[kind]);
	const gaps = of('gap').map((one) => one.s);
	const away = receipt.timing.reduce((sum, one) => sum + (one.kind === 'away' ? one.s : 0), 0);
	const { timeLimitS, due } = frame;
	const over = timeLimitS === undefined ? 0 : receipt.took - timeLimitS;
	const late = due === undefined ? 0 : (handedInAt(receipt) - due) / 1000;
	const clock = [...of('clock').map(({ s }) => clockWords(s)), ...impossible(receipt, frame)];
	const found: (Flag | undefined)[] = [
		late > 0 ? { kind: 'late', text: `${spanWords(late)} late` } : undefined,
		gaps.length > 0 ? { kind: 'gap', text: gapsWords(gaps) } : undefined,
		...clock.map((text): Flag => ({ kind: 'clock', text })),
		away >= NOTABLE.away
			? { kind: 'hidden', text: `page hidden for ${spanWords(away)}` }
			: undefined,
		over > NOTABLE.over
			? { kind: 'over-time', text: `${spanWords(over)} over the limit` }
			: undefined
	];
	return found.filter((one): one is Flag => one !== undefined);
}

/** Clocks of two devices differ by so much without anybody having moved one, in milliseconds. */
const TOLERANCE_MS = 600_000;

/** Times that cannot be, so that the learner's clock was wrong. */
function impossible(
	receipt: Pick<Receipt, 'started' | 'took'>,
	{ opens, made, now }: TimeFrame
): string[] {
	const early = (opens ?? made) - receipt.started;
	const ahead = handedInAt(receipt) - now;
	return [
		...(early > TOLERANCE_MS
			? [
					`begun ${spanWords(early / 1000)} before the module ${opens === undefined ? 'was made' : 'opened'}`
				]
			: []),
		...(ahead > TOLERANCE_MS ? [`handed in ${spanWords(ahead / 1000)} after it was imported`] : [])
	];
}

const gapsWords = (gaps: readonly number[]) =>
	gaps.length === 1
		? `gap of ${spanWords(gaps[0] ?? 0)}`
		: `${gaps.length} gaps, the longest ${spanWords(Math.max(...gaps))}`;
