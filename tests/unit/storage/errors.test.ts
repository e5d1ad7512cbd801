import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import {
	isRetryable,
	NewerVersion,
	problemOf,
	rootCause,
	StoreLost,
	TimedOut
} from '$lib/storage/errors';
import { PROBLEMS } from '$lib/storage/problems';

const quota = new DOMException('Disk full', 'QuotaExceededError');

describe('the cause at the bottom', () => {
	it('is found through nested errors', () => {
		expect(rootCause(quota)).toBe(quota);
		expect(rootCause({ name: 'AbortError', inner: quota })).toBe(quota);
		expect(rootCause({ inner: { inner: { inner: quota } } })).toBe(quota);
		expect(rootCause(new Dexie.AbortError('Aborted', quota))).toBe(quota);
		expect(rootCause({ name: 'BulkError', failures: [{ inner: quota }] })).toBe(quota);
	});

	it('is the error itself where there is nothing below, and loops end', () => {
		expect(rootCause('text')).toBe('text');
		expect(rootCause(undefined)).toBeUndefined();
		expect(rootCause({ inner: null })).toEqual({ inner: null });
		const loop: { inner?: unknown } = {};
		loop.inner = loop;
		expect(rootCause(loop)).toBe(loop);
		const a: { inner?: unknown } = {};
		a.inner = { inner: a };
		expect(() => rootCause(a)).not.toThrow();
	});
});

describe('the problem', () => {
	it.each([
		[{ name: 'AbortError', inner: quota }, 'full', false],
		[new Dexie.DatabaseClosedError('Closed'), 'lost-connection', true],
		[new DOMException('', 'InvalidStateError'), 'lost-connection', true],
		[new DOMException('', 'UnknownError'), 'lost-connection', true],
		[new TimedOut('No answer'), 'lost-connection', false],
		[new StoreLost('Gone'), 'lost', true],
		[new NewerVersion('Newer'), 'newer-version', false],
		[new DOMException('', 'VersionError'), 'newer-version', false],
		[new DOMException('', 'AbortError'), 'lost-connection', true],
		['text', 'unknown', false],
		[undefined, 'unknown', false]
	])('of %s is %s', (error, code, retryable) => {
		expect(problemOf(error).code).toBe(code);
		expect(isRetryable(error)).toBe(retryable);
	});

	it('always says what happened, what is safe and what to do', () => {
		for (const { happened, safe, next } of Object.values(PROBLEMS)) {
			for (const text of [happened, safe, next]) expect(text).toMatch(/^[A-Z].*\.$/);
		}
	});
});
