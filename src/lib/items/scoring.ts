// NCSBN's three scoring rules and the classic all-or-nothing rule, as functions of what was keyed and what was
// chosen. Sources: NCSBN, "What are the current scoring models" (NCLEX help centre); W. Muntean, "Next Generation
// NCLEX item types and scoring"; the floor per column and per group follows ExamSoft's published worked examples.
import type { FloorScope, Mark, PartScore, Rule, Score } from './contract.js';

/** A list of options of which some are keyed and some were chosen. */
export interface Scorable {
	readonly id: string;
	readonly keyed: readonly string[];
	readonly chosen: readonly string[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function marksOf(part: Scorable, penalty: 0 | -1): Mark[] {
	const keyed = new Set(part.keyed);
	return [...new Set(part.chosen)].map((option) => ({
		option,
		mark: keyed.has(option) ? 1 : penalty
	}));
}

/** 0/1: one point for each keyed option that was chosen, nothing lost for the others. */
function zeroOne(parts: readonly Scorable[]): Score {
	const scored = parts.map((part): PartScore => {
		const marks = marksOf(part, 0);
		return {
			id: part.id,
			points: sum(marks.map((one) => one.mark)),
			max: part.keyed.length,
			marks,
			floored: false
		};
	});
	return total(scored, '0/1');
}

/** +/-: one point for each keyed option chosen, one lost for each other; never below 0 in the given scope. */
function plusMinus(parts: readonly Scorable[], floorScope: FloorScope): Score {
	const perPart = floorScope !== 'item';
	const scored = parts.map((part): PartScore => {
		const marks = marksOf(part, -1);
		const raw = sum(marks.map((one) => one.mark));
		const floored = perPart && raw < 0;
		return {
			id: part.id,
			points: floored ? 0 : raw,
			max: part.keyed.length,
			marks,
			floored
		};
	});
	return total(scored, '+/-', floorScope);
}

/**
 * Rationale: no credit without the anchor. A dyad (one effect) gives 1 for the pair; a triad gives 1 for each
 * right effect once the anchor is right.
 */
export function rationale(anchor: Scorable, effects: readonly Scorable[]): Score {
	const anchorMarks = marksOf(anchor, 0);
	const anchored = anchorMarks.some((one) => one.mark === 1);
	const parts: PartScore[] = [
		{ id: anchor.id, points: 0, max: 0, marks: anchorMarks, floored: false },
		...effects.map((effect): PartScore => {
			const marks = marksOf(effect, 0);
			const right = marks.some((one) => one.mark === 1);
			return {
				id: effect.id,
				points: anchored && right ? 1 : 0,
				max: 1,
				marks,
				floored: false
			};
		})
	];
	return total(parts, 'rationale');
}

/** One point if everything is as keyed, else none. */
export function allOrNothing(id: string, right: boolean, marks: readonly Mark[] = []): Score {
	return total(
		[{ id, points: right ? 1 : 0, max: 1, marks: [...marks], floored: false }],
		'all-or-nothing'
	);
}

/** Scores lists of options by the rule an item carries. For `rationale` the first part is the anchor. */
export function scoreBy(
	rule: Rule,
	parts: readonly Scorable[],
	floorScope: FloorScope = 'item'
): Score {
	switch (rule) {
		case '0/1':
			return zeroOne(parts);
		case '+/-':
			return plusMinus(parts, floorScope);
		case 'rationale': {
			const [anchor, ...effects] = parts;
			if (anchor === undefined) throw new Error('rationale scoring needs an anchor, got no parts');
			return rationale(anchor, effects);
		}
		case 'all-or-nothing':
			return allOrNothing(
				'item',
				parts.every((part) => sameSet(part.keyed, part.chosen)),
				parts.flatMap((part) => marksOf(part, 0))
			);
	}
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
	const other = new Set(b);
	return new Set(a).size === other.size && a.every((one) => other.has(one));
}

function total(parts: PartScore[], rule: Rule, floorScope?: FloorScope): Score {
	const raw = sum(parts.map((part) => part.points));
	return {
		points: Math.max(0, raw),
		max: sum(parts.map((part) => part.max)),
		rule,
		...(floorScope !== undefined && { floorScope }),
		floored: raw < 0,
		parts
	};
}
