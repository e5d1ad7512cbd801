import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersIn } from '$lib/session/events';
import { countedIn } from '$lib/session/standing';
import { fold } from '$lib/session/state';
import { anyLog, answer, checked, finished, started } from '../storage/events';

describe('the answers that count', () => {
	it('are the first to each question, whatever order they arrive in', () => {
		const [start, first, second] = [started('s'), checked('s', 0), checked('s', 0)];
		expect(countedIn([second, start, first, first])).toEqual([start, first]);
	});

	it('are those of the first of two ends of an exam', () => {
		const answers = [answer(0), answer(1)];
		const [one, two] = [finished('s', answers), finished('s', [...answers, answer(2)])];
		const counted = countedIn([two, one]).map((event) =>
			answersIn(event).map((each) => each.index)
		);
		expect(counted).toEqual([[0, 1], [2]]);
	});

	it('are those that a session shows', () => {
		fc.assert(
			fc.property(anyLog, (log) => {
				for (const session of ['s1', 's2', 's3']) {
					const events = log.filter((one) => one.session === session);
					const counting = new Set(countedIn(events).flatMap(answersIn));
					for (const shown of fold(events)?.answers.values() ?? [])
						expect(counting).toContain(shown);
				}
			})
		);
	});
});
