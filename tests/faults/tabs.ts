// F7: two tabs answer at the same time, and one of them may crash half-way.
import type { Ground } from './ground.js';
import { answerMany, Memory, openQuiz, readTruth, settle, startLearner } from './learner.js';
import { hold, type Fault } from './types.js';

const EACH = 200;
const CASES = ['both go on', 'one crashes half-way', 'one is closed half-way'] as const;

async function twoTabs(ground: Ground, how: (typeof CASES)[number]): Promise<number> {
	const memory = new Memory();
	const browser = await startLearner(ground.folder(), memory);
	try {
		const first = browser.page;
		await settle(first, ground.root);
		await openQuiz(first, ground.root, '?new');
		const second = await browser.context.newPage();
		await openQuiz(second, ground.root, '?new');
		const half = how === 'both go on' ? EACH : EACH / 2;
		const work = [
			answerMany(first, ground.root, EACH, 1),
			answerMany(second, ground.root, half, 2)
		] as const;
		const done = await work[1];
		hold(done === half, `the second tab gave ${done} of ${half} answers`);
		if (how === 'one crashes half-way') {
			const cdp = await browser.context.newCDPSession(second);
			void cdp.send('Page.crash').catch(() => undefined);
		} else if (how === 'one is closed half-way') await second.close();
		hold((await work[0]) === EACH, 'the first tab came to a stop');
		const expected = EACH + half;
		const truth = await readTruth(first);
		memory.check(truth);
		hold(truth.answers === expected, `${truth.answers} of ${expected} answers are there`);
		await first.goto(`${ground.root}settings/`);
		await first.getByRole('button', { name: 'Check data' }).click();
		await first.getByText(/^All sums agree with your \d+ records\.$/).waitFor();
		return expected;
	} finally {
		await browser.kill();
	}
}

export const tabs: Fault = {
	id: 'F7',
	title: 'two tabs answer 200 questions each at the same time; one of them crashes or is closed',
	promise: 'P4',
	engine: 'Chromium',
	cases: CASES,
	quick: 2,
	long: CASES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => {
			await twoTabs(ground, CASES[seed] ?? 'both go on');
		},
		close: async () => undefined
	})
};
