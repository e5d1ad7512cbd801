// The sequence of quick visual rounds, on simulated learners: seeded, so that each run is the same.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isOver,
	nextRound,
	priorityOf,
	RULES,
	standings,
	type RoundAnswer,
	type RoundRules
} from '$lib/schedule/rounds';
import { rngFor, type Rng } from '$lib/session/random';

const FOUR = ['milia', 'comedone', 'syringoma', 'molluscum'];

/** A learner: what they choose and how long they take. */
type Learner = (entity: string, at: number, rng: Rng) => { chosen: string; ms: number };

const knows: Learner = (entity) => ({ chosen: entity, ms: 1500 });

/** Takes either of two for the other half of the time; sure of everything else. */
const confuses =
	(a: string, b: string, until = Infinity): Learner =>
	(entity, at, rng) => {
		if ((entity !== a && entity !== b) || at >= until) return knows(entity, at, rng);
		return { chosen: rng(2) === 0 ? a : b, ms: 6000 };
	};

function sit(
	entities: readonly string[],
	learner: Learner,
	seed: number,
	rules: RoundRules = RULES
): RoundAnswer[] {
	const rng = rngFor(seed, 'learner');
	const answers: RoundAnswer[] = [];
	for (;;) {
		const round = nextRound(entities, answers, seed, rules);
		if (round === undefined) return answers;
		answers.push({ entity: round.entity, ...learner(round.entity, answers.length, rng) });
	}
}

const count = (answers: readonly RoundAnswer[], ...entities: string[]) =>
	answers.filter((one) => entities.includes(one.entity)).length;

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe('a learner who confuses two of four', () => {
	it.each(SEEDS)('is shown these two more than the others: seed %i', (seed) => {
		const answers = sit(FOUR, confuses('milia', 'comedone'), seed);
		expect(count(answers, 'milia', 'comedone')).toBeGreaterThan(
			1.5 * count(answers, 'syringoma', 'molluscum')
		);
		const after = standings(FOUR, answers, RULES);
		const retired = after.filter((one) => one.retired).map((one) => one.entity);
		expect(retired).toEqual(['syringoma', 'molluscum']);
	});

	it.each(SEEDS)('sees them retire once they are told apart: seed %i', (seed) => {
		const answers = sit(FOUR, confuses('milia', 'comedone', 16), seed);
		expect(standings(FOUR, answers, RULES).every((one) => one.retired)).toBe(true);
		expect(answers.length).toBeLessThan(RULES.most);
	});
});

describe('a learner who knows everything', () => {
	it.each(SEEDS)('is through soon: seed %i', (seed) => {
		expect(sit(FOUR, knows, seed).length).toBeLessThanOrEqual(4 * RULES.inARow + 8);
	});

	it('but slowly is not through, unless time does not count', () => {
		const slow: Learner = (entity) => ({ chosen: entity, ms: 9000 });
		expect(sit(FOUR, slow, 1)).toHaveLength(RULES.most);
		const patient = { ...RULES, quickMs: Infinity };
		expect(sit(FOUR, slow, 1, patient).length).toBeLessThan(RULES.most);
	});
});

describe('what is asked next', () => {
	const learners = fc.constantFrom<Learner>(knows, confuses('milia', 'comedone'), (_, at) => ({
		chosen: FOUR[at % 2] ?? 'milia',
		ms: (at * 997) % 9000
	}));
	const sittings = fc.record({
		entities: fc.constantFrom(FOUR.slice(0, 2), FOUR.slice(0, 3), FOUR),
		learner: learners,
		seed: fc.integer()
	});

	it('shows none twice in a row while three are left, and none more than thrice after that', () => {
		fc.assert(
			fc.property(sittings, ({ entities, learner, seed }) => {
				const answers = sit(entities, learner, seed);
				for (const [at, { entity }] of answers.entries()) {
					const before = answers.slice(0, at);
					const left = standings(entities, before, RULES).filter((one) => !one.retired).length;
					const longest = left > 2 ? 1 : 3;
					const row = before.slice(-longest).filter((one) => one.entity === entity);
					expect(row.length, `${left} left`).toBeLessThan(longest);
				}
			})
		);
	});

	it('does not give two away by taking turns', () => {
		const shown = sit(FOUR.slice(0, 2), confuses('milia', 'comedone'), 5).map((one) => one.entity);
		const repeats = shown.filter((one, at) => one === shown[at - 1]).length;
		expect(repeats).toBeGreaterThan(shown.length / 6);
	});

	it('goes through all ten shades before one comes again, and never draws the same twice', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const rounds = [];
				const answers: RoundAnswer[] = [];
				for (let at = 0; at < 60; at += 1) {
					const round = nextRound(FOUR.slice(0, 2), answers, seed, { ...RULES, most: 60 })!;
					rounds.push(round);
					answers.push({ entity: round.entity, chosen: 'neither', ms: 100 });
				}
				for (const entity of FOUR.slice(0, 2)) {
					const tones = rounds.filter((one) => one.entity === entity).map((one) => one.tone);
					expect(new Set(tones.slice(0, 10)).size).toBe(10);
				}
				expect(new Set(rounds.map((one) => one.seed)).size).toBe(60);
			}),
			{ numRuns: 20 }
		);
	});

	it('is the same for the same seed and answers, and ends', () => {
		fc.assert(
			fc.property(sittings, ({ entities, learner, seed }) => {
				const answers = sit(entities, learner, seed);
				expect(sit(entities, learner, seed)).toEqual(answers);
				expect(answers.length).toBeLessThanOrEqual(RULES.most);
				expect(isOver(entities, answers, RULES)).toBe(true);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('priority', () => {
	const given = (entity: string, chosen: string, ms: number): RoundAnswer => ({
		entity,
		chosen,
		ms
	});
	it('is 0 just after it was shown, and grows with rounds since, errors and slowness', () => {
		const others = [given('b', 'b', 1000), given('c', 'c', 1000)];
		expect(priorityOf('a', [given('a', 'b', 1000)])).toBe(0);
		const wrong = priorityOf('a', [given('a', 'b', 1000), ...others]);
		const slow = priorityOf('a', [given('a', 'a', 9000), ...others]);
		const quick = priorityOf('a', [given('a', 'a', 1000), ...others]);
		expect([wrong > slow, slow > quick, quick > 0]).toEqual([true, true, true]);
		expect(priorityOf('a', [given('a', 'a', 1000), ...others, ...others])).toBeGreaterThan(quick);
	});
});

describe('a standing', () => {
	it('comes back when another is taken for it', () => {
		const four = Array.from({ length: 4 }, () => ({ entity: 'a', chosen: 'a', ms: 100 }));
		expect(standings(['a', 'b'], four, RULES)[0]).toMatchObject({ retired: true, medianMs: 100 });
		const mixed = [...four, { entity: 'b', chosen: 'a', ms: 100 }];
		expect(standings(['a', 'b'], mixed, RULES)[0]).toMatchObject({ retired: false, streak: 0 });
	});
});
