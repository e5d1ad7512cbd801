import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { compileItems, type CompiledItem } from '$lib/banks/compile';
import { parseBank } from '$lib/banks/parse';
import RecordPanel from '$lib/session/RecordPanel.svelte';
import { caseBank } from '../../fixtures/banks';

const read = parseBank(caseBank());
if (!read.ok) throw new Error(JSON.stringify(read.faults));
const items = compileItems(read.value);

function propsOf(item: CompiledItem | undefined) {
	if (item?.record === undefined) throw new Error('The item has no record');
	return { record: item.record, unfolding: item.unfolding };
}
/** The item of a step of the case, from 1; 7 is the trend item. */
const at = (step: number) => propsOf(items[step - 1]);
const show = (step: number, more: { open?: boolean } = {}) =>
	render(RecordPanel, { ...at(step), ...more });

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const tabs = () =>
	page
		.getByRole('tab')
		.elements()
		.map((one) => one.textContent?.replaceAll(/\s+/g, ' ').trim());
const summary = () => page.getByText('Record', { exact: true });
const focused = () => document.activeElement?.textContent?.trim();

beforeEach(() => {
	document.documentElement.dir = 'ltr';
});

describe('the tabs', () => {
	it('are those that have something by now, the first one open', async () => {
		await show(1);
		expect(tabs()).toEqual(['Notes', 'History']);
		await expect.element(tab('Notes')).toHaveAttribute('aria-selected', 'true');
		await expect.element(page.getByRole('tabpanel', { name: 'Notes' })).toBeVisible();
		expect(page.getByRole('tabpanel').elements()).toHaveLength(1);
	});

	it('are gone through by arrow keys, Home and End, round the ends', async () => {
		await show(4);
		await userEvent.tab();
		await userEvent.tab();
		await expect.element(tab('Notes')).toHaveFocus();
		for (const [key, name] of [
			['ArrowRight', 'History new'],
			['ArrowRight', 'Vital signs'],
			['ArrowRight', 'Notes'],
			['ArrowLeft', 'Vital signs'],
			['Home', 'Notes'],
			['End', 'Vital signs']
		] as const) {
			await userEvent.keyboard(`{${key}}`);
			await expect.element(tab(name)).toHaveFocus();
			await expect.element(tab(name)).toHaveAttribute('aria-selected', 'true');
			await expect.element(page.getByRole('tabpanel', { name })).toBeVisible();
			expect(page.getByRole('tabpanel').elements()).toHaveLength(1);
		}
	});

	it('are one stop for the Tab key, and what they show is the next', async () => {
		await show(4);
		await tab('History new').click();
		await userEvent.tab();
		await expect.element(page.getByRole('tabpanel', { name: 'History new' })).toHaveFocus();
		await userEvent.tab({ shift: true });
		await expect.element(tab('History new')).toHaveFocus();
		await userEvent.tab({ shift: true });
		expect(focused()).toContain('Record');
	});

	it('go the other way where writing does', async () => {
		document.documentElement.dir = 'rtl';
		await show(4);
		await tab('Notes').click();
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(tab('History new')).toHaveFocus();
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(tab('Notes')).toHaveFocus();
	});

	it('leave other keys alone', async () => {
		await show(4);
		await tab('Notes').click();
		await userEvent.keyboard('f{Control>}{ArrowRight}{/Control}');
		await expect.element(tab('Notes')).toHaveAttribute('aria-selected', 'true');
	});
});

describe('what is new', () => {
	it('is marked in words on its tab, on its entry and on the whole', async () => {
		await show(6);
		expect(tabs()).toEqual(['Notes new', 'History', 'Vital signs new', 'Results']);
		await expect.element(page.getByText('2 new entries')).toBeVisible();
		const panel = page.getByRole('tabpanel', { name: 'Notes new' });
		expect(panel.getByText('New', { exact: true }).elements()).toHaveLength(1);
		await expect.element(panel).toHaveTextContent(/Week 6 New Two bumps are left/);
	});

	it('has a border of its own', async () => {
		await show(3);
		await expect.element(page.getByText('1 new entry')).toBeVisible();
		const entries = [
			...page.getByRole('tabpanel').element().querySelectorAll<HTMLElement>('.entry')
		];
		const widths = entries.map((one) => getComputedStyle(one).borderInlineStartWidth);
		expect(widths).toEqual(['0px', '5px']);
	});

	it('is nothing at the first step, where all is new, and nothing in a trend', async () => {
		const shown = await show(1);
		expect(page.getByText(/new/i).elements()).toEqual([]);
		await shown.rerender({ ...at(7) });
		expect(tabs()).toEqual(['Vital signs']);
		expect(page.getByText(/new/i).elements()).toEqual([]);
	});
});

describe('from one step to the next', () => {
	it('the open tab stays', async () => {
		const shown = await show(2);
		await tab('History').click();
		await shown.rerender(at(3));
		await expect.element(tab('History')).toHaveAttribute('aria-selected', 'true');
		expect(tabs()).toEqual(['Notes new', 'History', 'Vital signs']);
	});

	it('a tab that is not there yet gives way to the first, and comes back', async () => {
		const shown = await show(2);
		await tab('Vital signs new').click();
		await shown.rerender(at(1));
		await expect.element(tab('Notes')).toHaveAttribute('aria-selected', 'true');
		await shown.rerender(at(2));
		await expect.element(tab('Vital signs new')).toHaveAttribute('aria-selected', 'true');
	});

	it('a record that was folded up stays so', async () => {
		const shown = await show(1);
		await summary().click();
		await expect.element(page.getByText('Term baby')).not.toBeVisible();
		await shown.rerender(at(2));
		await expect.element(page.getByText('1 new entry')).toBeVisible();
		await expect.element(page.getByText('Term baby')).not.toBeVisible();
		await summary().click();
		await expect.element(tab('Notes')).toBeVisible();
	});
});

it('a record may begin folded up', async () => {
	await show(2, { open: false });
	await expect.element(summary()).toBeVisible();
	await expect.element(page.getByText('Term baby')).not.toBeVisible();
});

it('a table of values names its columns and rows', async () => {
	await show(7);
	await expect.element(page.getByRole('columnheader', { name: 'Week 2' })).toBeVisible();
	await expect.element(page.getByRole('rowheader', { name: 'White bumps' })).toBeVisible();
	expect(page.getByRole('columnheader').elements()).toHaveLength(3);
});

describe('where the panel scrolls', () => {
	it('brings the new entry into view at each step, and leaves the page where it is', async () => {
		const narrow = document.createElement('style');
		narrow.textContent = '[role=tabpanel] { block-size: 6rem; overflow: auto; }';
		document.head.append(narrow);
		try {
			const { rerender } = await show(1);
			const panel = () => page.getByRole('tabpanel').element();
			const fresh = () => panel().querySelector('.fresh');
			let seen = 0;
			for (let step = 2; step <= 6; step += 1) {
				panel().scrollTop = 0;
				await rerender(at(step));
				const entry = fresh();
				if (entry === null) continue;
				seen += 1;
				const [inner, outer] = [entry.getBoundingClientRect(), panel().getBoundingClientRect()];
				expect(Math.min(inner.bottom, inner.top + outer.height / 2)).toBeLessThanOrEqual(
					outer.bottom + 1
				);
			}
			expect(scrollY).toBe(0);
			expect(seen).toBeGreaterThan(0);
		} finally {
			narrow.remove();
		}
	});
});
