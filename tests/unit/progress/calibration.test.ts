import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	calibrationOf,
	calibrationWords,
	certaintyMarks,
	FORECASTS,
	marksOf,
	worstLevel
} from '$lib/progress/calibration';
import { rollupKey, type Rollup } from '$lib/progress/rollups';
import { CONFIDENCES, type Confidence } from '$lib/session/events';
import vectors from '../../cases/psychometrics/confidence.json';
import { sum } from './sums';

const of = (confidence: Confidence, n: number, right: number) =>
	sum(rollupKey('confidence', confidence), n, right);

/** Sums of answers, one forecast and outcome each. */
function sumsOf(forecasts: readonly number[], outcomes: readonly number[]): Rollup[] {
	return CONFIDENCES.map((confidence) => {
		const own = outcomes.filter((_, index) => forecasts[index] === FORECASTS[confidence]);
		return of(confidence, own.length, own.filter((one) => one === 1).length);
	});
}
const anySums = fc
	.array(fc.tuple(fc.constantFrom(...CONFIDENCES), fc.boolean()), { minLength: 1 })
	.map((answers) => ({
		forecasts: answers.map(([confidence]) => FORECASTS[confidence]),
		outcomes: answers.map(([, right]) => (right ? 1 : 0))
	}));

describe('calibration', () => {
	const { forecast, correct, expected } = vectors.calibration;
	const found = calibrationOf(sumsOf(forecast, correct));

	it.each([
		['brier', found?.brier, expected.brier],
		['reliability', found?.reliability, expected.reliability],
		['resolution', found?.resolution, expected.resolution],
		['uncertainty', found?.uncertainty, expected.uncertainty],
		['skill', found?.skill, expected.brierSkill],
		['expected calibration error', found?.error, expected.ece],
		['overconfidence', found?.overconfidence, expected.overconfidence],
		['gamma', found?.gamma, expected.gamma]
	])('%s is that of the reference', (_, figure, wanted) => {
		expect(figure).toBeCloseTo(wanted, 6);
	});

	it('gives the same as scoring every answer by itself, and the parts add up', () => {
		fc.assert(
			fc.property(anySums, ({ forecasts, outcomes }) => {
				const got = calibrationOf(sumsOf(forecasts, outcomes));
				if (got === undefined) throw new Error('There are answers');
				const squares = forecasts.map((one, index) => (one - (outcomes[index] ?? 0)) ** 2);
				const brier = squares.reduce((a, b) => a + b, 0) / squares.length;
				expect(got.brier).toBeCloseTo(brier, 10);
				expect(got.reliability - got.resolution + got.uncertainty).toBeCloseTo(brier, 10);
				expect(got.n).toBe(outcomes.length);
			})
		);
	});

	it('has a level for each confidence that was chosen, lowest first, with its interval', () => {
		const levels = calibrationOf([of('certain', 4, 3), of('guess', 2, 1)])?.levels;
		expect(levels?.map((one) => [one.confidence, one.n, one.right, one.p])).toEqual([
			['guess', 2, 1, 0.5],
			['certain', 4, 3, 0.75]
		]);
		expect(calibrationOf([])).toBeUndefined();
	});

	it('has no skill where every answer came out the same, and no gamma where nothing compares', () => {
		const same = calibrationOf([of('certain', 4, 4)]);
		expect(same).toMatchObject({ uncertainty: 0, skill: undefined, gamma: undefined });
	});

	it('counts partly right as not right: full points are what was forecast', () => {
		const partly = calibrationOf([{ ...of('certain', 10, 5), partly: 5, points: 15, max: 20 }]);
		expect(partly?.levels[0]?.p).toBe(0.5);
	});

	it.each([
		['surer than right', [of('certain', 40, 20)]],
		['right more often than you think', [of('guess', 40, 36)]],
		['about as often right as you feel sure', [of('fairly-sure', 40, 32)]]
	])('says: %s', (words, sums) => {
		const made = calibrationOf(sums);
		expect(made === undefined ? '' : calibrationWords(made)).toContain(words);
	});
});

describe('the level furthest off', () => {
	it('is the one whose forecast lies outside its interval, by the most', () => {
		const made = calibrationOf([
			of('guess', 93, 56),
			of('unsure', 100, 66),
			of('certain', 184, 150)
		]);
		expect(made === undefined ? undefined : worstLevel(made)?.confidence).toBe('guess');
		const close = calibrationOf([of('fairly-sure', 20, 15), of('certain', 10, 9)]);
		expect(close === undefined ? undefined : worstLevel(close)).toBeUndefined();
	});
});

describe('certainty-based marks', () => {
	it('are those of the reference', () => {
		const { answers, expected, marks } = vectors.cbm;
		const one = (level: number, right: number) =>
			certaintyMarks([{ level: level as 1 | 2 | 3, n: 1, right }])?.total;
		expect(answers.map(([level = 1, right = 0]) => one(level, right))).toEqual(expected.marks);
		for (const [level, [right, wrong]] of Object.entries(marks)) {
			expect([one(Number(level), 1), one(Number(level), 0)]).toEqual([right, wrong]);
		}
		const all = certaintyMarks(
			answers.map(([level = 1, right = 0]) => ({ level: level as 1 | 2 | 3, n: 1, right }))
		);
		expect(all).toMatchObject({
			total: expected.total,
			average: expected.average,
			accuracy: expected.accuracy
		});
	});

	it('pay best at the level whose range holds the forecast', () => {
		const { breakEven } = vectors.cbm;
		expect(FORECASTS.guess).toBeLessThan(breakEven['1|2']);
		expect(FORECASTS.unsure).toBeLessThan(breakEven['1|2']);
		expect(FORECASTS['fairly-sure']).toBeGreaterThan(breakEven['1|2']);
		expect(FORECASTS['fairly-sure']).toBeLessThanOrEqual(breakEven['2|3']);
		expect(FORECASTS.certain).toBeGreaterThan(breakEven['2|3']);
	});

	it('come from the sums of calibration', () => {
		const made = calibrationOf([of('guess', 2, 1), of('fairly-sure', 2, 1), of('certain', 2, 1)]);
		expect(made === undefined ? undefined : marksOf(made)).toMatchObject({
			n: 6,
			total: 1 + 0 + (2 - 2) + (3 - 6)
		});
		expect(certaintyMarks([])).toBeUndefined();
	});
});
