// From a draft to a module: everything that stands in the way is said, and nothing that a learner would notice gets lost.
import { describe, expect, it } from 'vitest';
import { newDraft, withMode, type ModuleDraft } from '$lib/modules/draft';
import { makeContent, moduleItems, type Making } from '$lib/modules/make';
import { codeMark, limitWords, rulesFor } from '$lib/modules/rules';
import type { Candidate } from '$lib/session/sampling';

const fresh = newDraft({ id: 'd', now: 5, timeZone: 'Europe/Berlin', seed: -7 });
const item = (id: string) => ({ bank: 'core', item: id, hash: id.padEnd(22, 'x') });
const MAKING: Making = {
	educator: { name: ' Ada ', sign: 'A'.repeat(44), seal: 'B'.repeat(44) },
	app: '0.1.0',
	now: Date.UTC(2026, 10, 22),
	versions: new Map([['core', '1.0.0']]),
	sections: [{ items: [item('one'), item('two')] }]
};
const titled = { ...fresh, title: ' Week 3 ' };
const make = (more: Partial<ModuleDraft> = {}, making: Partial<Making> = {}) =>
	makeContent({ ...titled, ...more }, { ...MAKING, ...making });
const contentOf = (more: Partial<ModuleDraft> = {}) => {
	const made = make(more);
	if (!made.ok) throw new Error(made.obstacles.join(' '));
	return made.content;
};

describe('a module made of a draft', () => {
	it('takes a title and nothing else', () => {
		expect(contentOf()).toMatchObject({
			title: 'Week 3',
			educator: { name: 'Ada' },
			banks: [{ id: 'core', version: '1.0.0' }],
			seed: -7 >>> 0,
			mode: 'study',
			attempts: 1,
			revision: 1,
			feedback: { when: 'each' }
		});
		expect(contentOf()).not.toHaveProperty('timeLimitS');
	});

	it('keeps times by the clock of the educator', () => {
		const content = contentOf({ opens: '2026-11-23T08:00', due: '2027-06-01T23:59' });
		expect(content.opens).toBe(Date.UTC(2026, 10, 23, 7));
		expect(content.due).toBe(Date.UTC(2027, 5, 1, 21, 59));
	});

	it('gives the learner with a code what was set for it, and names no code', () => {
		const accommodations = [
			{ id: 'a', code: 'Otter', factor: 1.5, extraMinutes: 15, due: '', extraAttempts: 1 }
		];
		const content = contentOf({ limited: true, minutes: 30, accommodations });
		expect(JSON.stringify(content)).not.toContain('tter');
		expect(content.accommodations?.[0]?.who).toBe(codeMark(content, 'otter'));
		expect(limitWords(rulesFor(content, ' OTTER '))).toBe('60 min (extended from 30)');
		expect(rulesFor(content, 'otter').attempts).toBe(2);
		expect(limitWords(rulesFor(content, 'fox'))).toBe('30 min');
	});

	it('shows what was chosen when an exam says so', () => {
		const exam = withMode({ ...titled, feedbackParts: ['points'] }, 'exam');
		expect(contentOf(exam).feedback).toEqual({ when: 'finished', parts: ['points'] });
		expect(contentOf({ ...exam, keyless: true })).toMatchObject({
			keyless: true,
			feedback: { when: 'never', parts: [] }
		});
	});

	it.each<[string, Partial<ModuleDraft>, string]>([
		['no title', { title: '  ' }, 'title'],
		['no time to answer', { limited: true, minutes: 0 }, 'half a minute'],
		['an impossible pass mark', { passing: true, passPercent: 130 }, 'between 0 and 100'],
		['a day that is none', { due: '2026-02-30T10:00' }, 'cannot be read'],
		[
			'due before it opens',
			{ opens: '2026-11-24T10:00', due: '2026-11-23T10:00' },
			'is due before'
		],
		['closed before due', { due: '2026-11-24T10:00', closes: '2026-11-23T10:00' }, 'closes before'],
		['feedback after a close that never comes', { mode: 'exam', feedbackTime: 'closed' }, 'closes'],
		[
			'two learners with one code',
			{
				accommodations: ['x', 'X '].map((code) => ({
					id: code,
					code,
					factor: 2,
					extraMinutes: 0,
					due: '',
					extraAttempts: 0
				}))
			},
			'same code'
		]
	])('is not made with %s', (_, more, words) => {
		const made = make(more);
		expect(made.ok).toBe(false);
		expect(made.ok ? '' : made.obstacles.join(' ')).toContain(words);
	});

	it('is not made without questions', () => {
		expect(make({}, { sections: [] })).toMatchObject({ ok: false });
		expect(make({}, { sections: [{ items: [] }] })).toMatchObject({ ok: false });
	});
});

it('the items of a case study follow its first', () => {
	const all = [1, 2].map((step) => ({
		bank: 'core',
		id: `step-${step}`,
		case: { id: 'case', step }
	})) as unknown as Candidate[];
	expect(moduleItems([item('step-1'), item('step-2'), item('alone')], all)).toEqual([
		item('step-1'),
		{ ...item('step-2'), follows: true },
		item('alone')
	]);
});
