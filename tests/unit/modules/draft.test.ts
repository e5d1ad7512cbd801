import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDraft, readDraft, withMode } from '$lib/modules/draft';

const fresh = newDraft({ id: 'd', now: 5, timeZone: 'Europe/Berlin', seed: 7 });

describe('a draft', () => {
	it('begins with defaults that can be shared once it has a title', () => {
		expect(fresh).toMatchObject({
			title: '',
			way: 'topics',
			count: 10,
			mode: 'study',
			attempts: 1
		});
		expect(readDraft(fresh)).toEqual(fresh);
	});

	it('reads whatever is stored under an id', () => {
		const stored = fc.dictionary(fc.constantFrom(...Object.keys(fresh)), fc.anything());
		fc.assert(
			fc.property(stored, (raw) => {
				const read = readDraft({ ...raw, id: 'd' });
				expect(read).toBeDefined();
				expect(readDraft(read)).toEqual(read);
			})
		);
	});

	it('without an id is none', () => {
		expect(readDraft({ title: 'x' })).toBeUndefined();
		expect(readDraft(null)).toBeUndefined();
	});
});

describe('a change of mode', () => {
	it('moves feedback to where that mode gives it', () => {
		const exam = withMode(fresh, 'exam');
		expect(exam.feedbackTime).toBe('finished');
		expect(withMode({ ...exam, feedbackTime: 'closed' }, 'exam').feedbackTime).toBe('closed');
		expect(withMode({ ...exam, keyless: true }, 'study')).toMatchObject({
			feedbackTime: 'each',
			keyless: false
		});
	});
});
