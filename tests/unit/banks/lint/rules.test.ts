// Every rule of item writing fires on its positive case and keeps still on its near miss.
import { describe, expect, it } from 'vitest';
import { RULES } from '$lib/banks/lint/inventory';
import { lintBanks } from '$lib/banks/lint/lint';
import { SEVERITIES } from '$lib/banks/lint/rule';
import { banksOf, CASES, FORMATS, rulesIn } from './cases.js';

const ids = RULES.map((rule) => rule.id);

describe('the inventory', () => {
	it('gives every rule an id of its own, a severity, a source and something to do', () => {
		expect(new Set(ids).size).toBe(ids.length);
		for (const rule of RULES) {
			expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
			expect(SEVERITIES).toContain(rule.severity);
			expect(rule.source.length, rule.id).toBeGreaterThan(10);
			expect(rule.advice, rule.id).toMatch(/^[A-Z].*[.]$/s);
		}
	});
	it.each(ids)('%s has a case that fires and one that does not', (id) => {
		const own = CASES.filter((one) => one.rule === id);
		expect(own.some((one) => one.fires)).toBe(true);
		expect(own.some((one) => !one.fires)).toBe(true);
	});
	it('has no case without a rule', () => {
		expect(CASES.map((one) => one.rule).filter((id) => !ids.includes(id))).toEqual([]);
		expect(new Set(FORMATS)).toEqual(new Set(['milium-flaw-cases/1']));
	});
});

describe('the cases', () => {
	it.each(CASES)('$rule: $note', (one) => {
		const fired = rulesIn(lintBanks(banksOf(one)));
		if (one.fires) expect(fired).toContain(one.rule);
		else expect(fired).not.toContain(one.rule);
	});
	it('point to a text that is there', () => {
		for (const one of CASES.filter(({ fires }) => fires)) {
			const banks = banksOf(one);
			for (const { rule, path, bank, item } of lintBanks(banks)) {
				if (item === undefined || rule !== one.rule) continue;
				expect(path, one.note).toMatch(new RegExp(`^items\\[${item}\\]`));
				expect(at(banks[bank ?? 0], path), `${rule}: ${path}`).toBeDefined();
			}
		}
	});
});

function at(value: unknown, path: string): unknown {
	return path
		.split(/[.[\]]+/)
		.filter((key) => key !== '')
		.reduce<unknown>((one, key) => (one as Record<string, unknown> | undefined)?.[key], value);
}
