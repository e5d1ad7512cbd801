// Every item type with a fixture, in every mode, held against axe and against what axe does not see.
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ViewMode } from '$lib/items/view';
import { itemTypeOf } from '$lib/items/registry';
import { FIXTURES, fixtureOf } from '../../fixtures/items';
import { show } from './show';

const MODES: readonly ViewMode[] = ['answer', 'review', 'disabled'];
const CASES = [...FIXTURES.keys()].flatMap((type) => MODES.map((mode) => ({ type, mode })));
/** Rules about whole pages, which a component alone cannot meet. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title'];

const root = document.documentElement;
afterEach(() => {
	delete root.dataset.theme;
	root.removeAttribute('dir');
});

async function violations() {
	const rules = Object.fromEntries(PAGE_RULES.map((id) => [id, { enabled: false }]));
	const { violations: found } = await axe.run(document.body, { rules });
	return found.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.html) }));
}

describe.each(CASES)('$type in mode $mode', ({ type, mode }) => {
	const item = fixtureOf(type);
	const given = mode === 'answer' ? undefined : itemTypeOf(item).key(item);

	it.each(['light', 'dark'])('has no axe finding in %s', async (theme) => {
		root.dataset.theme = theme;
		await show(type, { mode, given });
		expect(await violations()).toEqual([]);
	});

	it.each(['ltr', 'rtl'])('fits 320 pixels, %s, with targets that can be hit', async (dir) => {
		root.setAttribute('dir', dir);
		await show(type, { mode, given, width: 320 });
		expect(root.scrollWidth).toBeLessThanOrEqual(320);
		const enabled = document.body.querySelectorAll(':is(button, input, select, a):enabled');
		const targets = [...enabled].map((control) => control.closest('label') ?? control);
		const small = targets.filter((target) => {
			const { width, height } = target.getBoundingClientRect();
			return Math.min(width, height) < 44;
		});
		expect(small.map((target) => target.outerHTML)).toEqual([]);
	});
});
