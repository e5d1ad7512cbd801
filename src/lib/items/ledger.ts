// The score ledger: how a score came about, choice by choice. Whoever reads the lines can add them up to the points.
import type { BaseItem, Choice, FloorScope, PartScore, Rule, Score } from './contract.js';
import { itemTypeOf } from './registry.js';

/** One choice and the mark it earned. */
export interface LedgerLine {
	readonly option: string;
	readonly text: string;
	readonly keyed: boolean;
	readonly chosen: boolean;
	/** What it adds to the part; undefined under all-or-nothing, where nothing is added up. */
	readonly mark: 1 | 0 | -1 | undefined;
}

/** One list, row, column, group, blank or place of the item. */
export interface LedgerPart {
	readonly id: string;
	/** What the part is called; undefined where the item has but one list. */
	readonly text: string | undefined;
	readonly lines: readonly LedgerLine[];
	/** The marks added up, before any floor. */
	readonly sum: number;
	/** What the part gives to the score: its sum, raised to 0 where `floored`. */
	readonly points: number;
	readonly floored: boolean;
	/** Under the rationale rule: the cause, or an effect that counts only with its cause. */
	readonly role: 'cause' | 'effect' | undefined;
	/** Whether the part was answered exactly as keyed. */
	readonly right: boolean;
}

export interface Ledger {
	readonly rule: Rule;
	/** Where a sum below 0 is raised to 0; undefined where none can fall below. */
	readonly floorScope: FloorScope | undefined;
	readonly parts: readonly LedgerPart[];
	/** The parts added up, before the floor of the whole item. */
	readonly sum: number;
	/** True where that sum was below 0 and raised to 0. */
	readonly floored: boolean;
	readonly points: number;
	readonly max: number;
	/** What all-or-nothing scoring would have given, of 1 point. */
	readonly allOrNothing: 0 | 1;
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** How the score of a response came about. The response is one that the type has read. */
export function ledgerOf(item: BaseItem, response: unknown): Ledger {
	const type = itemTypeOf(item);
	const score = type.score(item, response);
	const parts = byPart(type.choices(item, response)).map((choices) => partOf(choices, score));
	return {
		rule: score.rule,
		floorScope: score.floorScope,
		parts,
		sum: score.rule === 'all-or-nothing' ? score.points : total(parts.map((part) => part.points)),
		floored: score.floored,
		points: score.points,
		max: score.max,
		// Under every rule the maximum takes all that is right and nothing else.
		allOrNothing: score.points === score.max ? 1 : 0
	};
}

/** The choices of each part, parts in the order in which they are first met. */
function byPart(choices: readonly Choice[]): Choice[][] {
	const parts = new Map<string, Choice[]>();
	for (const one of choices) parts.set(one.part, [...(parts.get(one.part) ?? []), one]);
	return [...parts.values()];
}

function partOf(choices: readonly Choice[], score: Score): LedgerPart {
	const [first] = choices;
	const id = first?.part ?? '';
	const scored = score.parts.find((part) => part.id === id);
	const role = score.rule === 'rationale' ? (scored?.max === 0 ? 'cause' : 'effect') : undefined;
	const lines = choices.map((choice): LedgerLine => {
		const { option, text, keyed, chosen } = choice;
		return { option, text, keyed, chosen, mark: markOf(option, score, scored) };
	});
	const sum = total(lines.map((line) => line.mark ?? 0));
	const floored = scored?.floored ?? false;
	return {
		id,
		text: first?.partText,
		lines,
		sum,
		points: floored ? 0 : sum,
		floored,
		role,
		right: lines.every((line) => line.keyed === line.chosen)
	};
}

function markOf(option: string, score: Score, part: PartScore | undefined): LedgerLine['mark'] {
	if (score.rule === 'all-or-nothing') return undefined;
	const mark = part?.marks.find((one) => one.option === option)?.mark ?? 0;
	// A right effect without its cause, and the cause itself, are right and earn nothing.
	return score.rule === 'rationale' && part?.points === 0 ? 0 : mark;
}
