import { describe, expect, it } from 'vitest';
import { holdTimers, pause, resumed, WRONG } from './running';

holdTimers();

describe('time on a question', () => {
	it('is counted while it is on screen, over several visits', async () => {
		const { runner, clock } = resumed('study');
		clock.pass(1000);
		runner.respond(WRONG);
		clock.pass(500);
		runner.go(1);
		clock.pass(7000);
		runner.go(0);
		clock.pass(250);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(1750);
		runner.go(1);
		clock.pass(1);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(7001);
	});

	it('does not run while the page is hidden, nor while feedback is read', async () => {
		const { runner, clock } = resumed('study');
		clock.pass(1000);
		runner.shown(false);
		clock.pass(3_600_000);
		runner.shown(true);
		clock.pass(200);
		runner.shown(true);
		clock.pass(300);
		await runner.check();
		clock.pass(9000);
		runner.go(1);
		runner.go(0);
		expect(runner.answer?.activeMs).toBe(1500);
		expect(runner.state.drafts.get(0)?.activeMs).toBe(1000);
	});

	it('is stored with the draft, and again when more has passed', async () => {
		const { runner, store, clock } = resumed('exam');
		clock.pass(1000);
		runner.respond(WRONG);
		await pause();
		clock.pass(4000);
		runner.go(1);
		clock.pass(2000);
		runner.go(2);
		await runner.finish('learner');
		expect(store.of('responded').map((one) => [one.index, one.activeMs])).toEqual([
			[0, 1000],
			[0, 5000]
		]);
		expect(store.of('finished')[0]?.answers.map((one) => one.activeMs)).toEqual([5000, 2000, 0]);
	});

	it('is no response: a question that was only read has none', async () => {
		const { runner, store, clock } = resumed('exam');
		clock.pass(1000);
		runner.go(1);
		await pause();
		expect(runner.state.drafts.get(0)).toMatchObject({ response: undefined, activeMs: 1000 });
		expect(store.kinds).toEqual(['started', 'moved']);
		expect(runner.saving).toBe('saved');
	});

	it('takes no notice of the wall clock', async () => {
		const { runner, clock } = resumed('study', { timeLimitS: 60 });
		clock.wall -= 3_600_000;
		clock.mono += 20_000;
		expect(runner.remaining()).toBe(40_000);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(20_000);
	});
});
