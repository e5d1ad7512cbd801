import { describe, expect, it } from 'vitest';
import type { Card } from '$lib/schedule/cards';
import { queueOf } from '$lib/schedule/queue';
import type { Candidate } from '$lib/session/sampling';

const candidate = (bank: string, id: string, hash = `hash-${id}`): Candidate => ({
	bank,
	id,
	hash,
	type: 'multiple-choice',
	topics: ['acne'],
	difficulty: 'easy'
});
const card = (item: string, more: Partial<Card> = {}): Card => ({
	item,
	bank: 'core',
	hash: `hash-${item}`,
	topics: ['acne'],
	stability: 1,
	difficulty: 5,
	due: '2026-11-22',
	rank: 2,
	last: 0,
	lastAttempt: '',
	day: '2026-11-20',
	reps: 1,
	lapses: 0,
	...more
});

describe('the queue', () => {
	it('keeps the order, asks the present wording and says how many were reworded', () => {
		const queue = queueOf(
			[card('b', { rank: 0 }), card('a', { hash: 'old' })],
			[candidate('core', 'a'), candidate('core', 'b')]
		);
		expect(queue).toEqual({
			refs: [
				{ bank: 'core', item: 'b', hash: 'hash-b' },
				{ bank: 'core', item: 'a', hash: 'hash-a' }
			],
			sure: 1,
			reworded: 1,
			gone: []
		});
	});

	it('leaves out what no bank holds any more, and names it', () => {
		const queue = queueOf([card('a'), card('gone')], [candidate('core', 'a')]);
		expect(queue.refs).toHaveLength(1);
		expect(queue.gone).toEqual(['gone']);
	});

	it('takes an item from the bank it was answered in, else from another that holds it', () => {
		const both = [candidate('copy', 'a', 'other'), candidate('core', 'a')];
		expect(queueOf([card('a')], both).refs[0]?.bank).toBe('core');
		expect(queueOf([card('a')], both.slice(0, 1))).toMatchObject({
			refs: [{ bank: 'copy', hash: 'other' }],
			reworded: 1
		});
	});

	it('asks the item of a case study alone', () => {
		const steps = [1, 2, 3].map((step) => ({
			...candidate('core', `step-${step}`),
			case: { id: 'c', step }
		}));
		expect(queueOf([card('step-2')], steps).refs).toEqual([
			{ bank: 'core', item: 'step-2', hash: 'hash-step-2' }
		]);
	});
});
