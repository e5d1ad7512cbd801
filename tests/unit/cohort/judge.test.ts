// What counts and what is set aside, each with its own reason; and what the time of an attempt shows.
import { describe, expect, it } from 'vitest';
import type { HashedItem } from '$lib/banks/catalogue';
import { attemptOfDigest, judge, Seen, type Bench, type KnownModule } from '$lib/cohort/judge';
import { flagsOf, termsOf } from '$lib/cohort/opened';
import { moduleId, type ModuleContent } from '$lib/modules/format';
import { drawPaper } from '$lib/modules/paper';
import { receiptId, type Receipt } from '$lib/modules/receipt';
import { codeMark } from '$lib/modules/rules';
import fixture from '../../fixtures/items/multiple-choice.json' with { type: 'json' };
import { aModule, aReceipt, hashOf, someItems } from '../modules/making';

const ITEMS = someItems(3);
const keyed = ITEMS.map(({ bank, item, hash }) => ({
	bank,
	item: { ...fixture, id: item, hash } as unknown as HashedItem
}));
const RIGHT = fixture.key;

const known = (content: ModuleContent): KnownModule => ({
	id: moduleId(content),
	content,
	signature: 'signature',
	items: keyed
});

const NOW = Date.UTC(2026, 11, 1);
const bench = (modules: readonly KnownModule[], over: Partial<Bench> = {}): Bench => ({
	modules: new Map(modules.map((one) => [one.id, one])),
	seen: new Seen(),
	accept: false,
	now: NOW,
	...over
});

/** A receipt that answers all that was drawn, rightly. */
function receiptFor(content: ModuleContent, over: Partial<Receipt> = {}): Receipt {
	const base = aReceipt({ module: moduleId(content), ...over });
	const answers = drawPaper(content, base.learner.key).items.map(({ place, item }) => ({
		item: place,
		hash: item.hash,
		response: RIGHT,
		s: 10
	}));
	return { ...base, answers, ...over };
}

const MODULE = aModule();
const code = (receipt: Receipt, on: Bench) => {
	const verdict = judge(receipt, on);
	return verdict.ok ? 'counts' : verdict.problem.code;
};

it('counts a sound receipt, scored anew', () => {
	const verdict = judge(receiptFor(MODULE), bench([known(MODULE)]));
	expect(verdict).toMatchObject({
		ok: true,
		value: { module: moduleId(MODULE), code: 'L-014', attempt: 1, flags: [] }
	});
	expect(verdict.ok && verdict.value.marks.map((one) => one.points)).toEqual([1, 1, 1]);
	expect(termsOf(MODULE, keyed)).toMatchObject({
		title: MODULE.title,
		revision: 1,
		counts: 'best'
	});
});

it('says how many questions each learner draws, where they are not all asked', () => {
	expect(termsOf(MODULE, keyed)).not.toHaveProperty('asked');
	const pool = aModule({ sections: [{ take: 2, items: ITEMS }] });
	expect(termsOf(pool, keyed)).toMatchObject({ asked: 2 });
});

it('scores what a hostile learner sends as blank, and goes on', () => {
	const [first, ...others] = receiptFor(MODULE).answers;
	const nasty = { ...first!, response: { choice: { $ne: null }, points: 99 } };
	const verdict = judge(
		receiptFor(MODULE, { answers: [nasty, ...others] }),
		bench([known(MODULE)])
	);
	const marks = verdict.ok ? verdict.value.marks : [];
	expect(marks.find((one) => one.item === nasty.item)).toMatchObject({ points: 0, blank: true });
});

describe('sets aside', () => {
	const next = aModule({ revision: 2, revises: moduleId(MODULE), title: 'Milia, week 3 again' });
	const other = aModule({ title: 'Another' });
	const closes = Date.UTC(2026, 10, 23, 8);
	const closed = aModule({ closes });
	const firm = aModule({ due: closes, late: 'refuse' });
	const pool = aModule({ sections: [{ take: 2, items: ITEMS }] });
	const sound = receiptFor(MODULE);

	it.each<[string, Receipt, Bench, string]>([
		['a module that is not here', sound, bench([known(other)]), 'receipt/unknown-module'],
		['a revision that is not here', sound, bench([known(next)]), 'receipt/wrong-revision'],
		[
			'another module than wanted',
			sound,
			bench([known(MODULE), known(other)], { only: moduleId(other) }),
			'receipt/wrong-module'
		],
		[
			'another revision than wanted',
			sound,
			bench([known(MODULE), known(next)], { only: moduleId(next) }),
			'receipt/wrong-revision'
		],
		[
			'another wording',
			receiptFor(MODULE, {
				answers: sound.answers.map((one, at) => (at === 1 ? { ...one, hash: hashOf(77) } : one))
			}),
			bench([known(MODULE)]),
			'receipt/questions-differ'
		],
		[
			'one question twice',
			receiptFor(MODULE, { answers: [...sound.answers, ...sound.answers.slice(0, 1)] }),
			bench([known(MODULE)]),
			'receipt/questions-differ'
		],
		[
			'questions that were not drawn',
			receiptFor(pool, { answers: sound.answers }),
			bench([known(pool)]),
			'receipt/not-drawn'
		],
		[
			'fewer questions than drawn',
			receiptFor(MODULE, { answers: sound.answers.slice(0, 2) }),
			bench([known(MODULE)]),
			'receipt/not-drawn'
		],
		['after it closed', receiptFor(closed), bench([known(closed)]), 'receipt/late'],
		['late where that is refused', receiptFor(firm), bench([known(firm)]), 'receipt/late'],
		[
			'one attempt too many',
			receiptFor(MODULE, { attempt: 2 }),
			bench([known(MODULE)]),
			'receipt/attempts'
		],
		[
			'questions that were lost here',
			sound,
			bench([{ ...known(MODULE), items: undefined }]),
			'receipt/unknown-module'
		]
	])('%s', (_, receipt, on, expected) => {
		expect(code(receipt, on)).toBe(expected);
		// What was set aside has not been seen: it may come again.
		expect(on.seen.has(receiptId(receipt))).toBe(false);
	});

	it('the same receipt again, and another one for the same attempt', () => {
		const on = bench([known(MODULE)]);
		expect(code(sound, on)).toBe('counts');
		expect(code(sound, on)).toBe('receipt/duplicate');
		expect(code(receiptFor(MODULE, { took: 301 }), on)).toBe('receipt/replayed');
	});

	it('nothing that the educator takes all the same', () => {
		expect(code(receiptFor(closed), bench([known(closed)], { accept: true }))).toBe('counts');
		const second = receiptFor(MODULE, { attempt: 2 });
		expect(code(second, bench([known(MODULE)], { accept: true }))).toBe('counts');
	});

	it('nothing that an accommodation allows', () => {
		const own = aModule({ timeLimitS: 1800, due: closes, late: 'refuse' });
		const accommodations = [
			{ who: codeMark(own, 'B 7'), factor: 2, due: Date.UTC(2026, 10, 25), extraAttempts: 1 }
		];
		const content = { ...own, accommodations };
		const learner = { ...sound.learner, code: ' b  7 ' };
		const verdict = judge(receiptFor(content, { learner, attempt: 2 }), bench([known(content)]));
		expect(verdict).toMatchObject({
			ok: true,
			value: { accommodation: '60 min (extended from 30)', limitS: 3600 }
		});
	});
});

it('knows the attempt of a digest as that of its receipt', () => {
	const receipt = receiptFor(MODULE);
	const verdict = judge(receipt, bench([known(MODULE)]));
	expect(verdict.ok && attemptOfDigest(verdict.value)).toBe(
		`${receipt.module}/${receipt.learner.key}/1`
	);
});

describe('the time of an attempt', () => {
	const made = Date.UTC(2026, 10, 22);
	const frame = { made, now: NOW };
	const base = { started: made + 1000, took: 600, timing: [] };
	it.each<[string, Partial<Pick<Receipt, 'started' | 'took' | 'timing'>>, object, string[]]>([
		['nothing to note', {}, {}, []],
		['a gap', { timing: [{ kind: 'gap', at: 60, s: 720 }] }, {}, ['gap of 12 min']],
		[
			'several gaps',
			{
				timing: [
					{ kind: 'gap', at: 60, s: 720 },
					{ kind: 'gap', at: 900, s: 90 },
					{ kind: 'gap', at: 990, s: 20 }
				]
			},
			{},
			['2 gaps, the longest 12 min']
		],
		[
			'a clock set back',
			{ timing: [{ kind: 'clock', at: 9, s: -7200 }] },
			{},
			['clock moved back 2 h']
		],
		[
			'a page hidden often',
			{ timing: [1, 2, 3].map((at) => ({ kind: 'away' as const, at, s: 30 })) },
			{},
			['page hidden for 1 min 30 s']
		],
		['more time than allowed', { took: 1920 }, { timeLimitS: 1800 }, ['2 min over the limit']],
		['late but taken', {}, { due: made }, ['10 min late']],
		['a clock in 1970', { started: 5000 }, {}, ['begun 57 years before the module was made']],
		[
			'a clock in 2100',
			{ started: Date.UTC(2100, 0) },
			{},
			['handed in 73 years after it was imported']
		]
	])('%s', (_, over, more, expected) => {
		const flags = flagsOf({ ...base, ...over }, { ...frame, ...more });
		expect(flags.map((one) => one.text)).toEqual(expected);
	});
});
