import { describe, expect, it } from 'vitest';
import { isWithin, mapScope } from '../../../src/routes/progress/map-scope';
import { duration, figure, hours, shortName } from '../../../src/routes/progress/names';

describe('what the confusion map is made of', () => {
	it.each([
		['all', '', { bank: undefined, months: undefined }],
		['month', 'core', { bank: 'core', months: ['2026-01', '2026-01'] }],
		['quarter', '', { bank: undefined, months: ['2025-11', '2026-01'] }],
		['year', '', { bank: undefined, months: ['2025-02', '2026-01'] }]
	] as const)('%s of %s', (period, bank, scope) => {
		expect(mapScope(period, bank, '2026-01-22')).toEqual(scope);
	});
});

describe('whether an answer belongs to it', () => {
	const given = { day: '2026-01-31', ref: { bank: 'core' } };
	it.each([
		[{}, true],
		[{ bank: 'core' }, true],
		[{ bank: 'other' }, false],
		[{ months: ['2026-01', '2026-01'] }, true],
		[{ months: ['2025-11', '2025-12'] }, false],
		[{ months: ['2026-02', '2026-03'] }, false]
	] as const)('%j: %s', (scope, belongs) => {
		expect(isWithin(scope, given)).toBe(belongs);
	});
});

describe('words of the progress page', () => {
	it('says times as people do', () => {
		expect([duration(41_600), duration(60_000), duration(80_000)]).toEqual([
			'42 s',
			'1 min',
			'1 min 20 s'
		]);
		expect([hours(59 * 60_000), hours(200 * 60_000)]).toEqual(['59 min', '3 h 20 min']);
	});

	it('shortens names, and writes a true minus', () => {
		expect(shortName('Sebaceous hyperplasia (neonatal; adult form noted)')).toBe(
			'Sebaceous hyperplasia'
		);
		expect(figure(-0.278)).toBe('−0.28');
	});
});
