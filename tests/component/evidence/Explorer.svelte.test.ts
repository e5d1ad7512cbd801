import differential from 'virtual:milium/learn/differential';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import Explorer from '$lib/evidence/Explorer.svelte';

const nothing = () => undefined;

it('asks for two conditions before it compares', async () => {
	let chosen: string[] = [];
	const onchoose = (ids: string[]) => (chosen = ids);
	await render(Explorer, { differential, chosen: ['molluscum'], onchoose });
	await expect.element(page.getByRole('status')).toHaveTextContent('Choose one more');
	expect(page.getByRole('table').elements()).toEqual([]);
	await page.getByRole('checkbox', { name: 'Closed comedone' }).click();
	expect(chosen).toEqual(['closed-comedone', 'molluscum']);
});

it('shows what tells two conditions apart first, each cell with its references', async () => {
	const chosen = ['neonatal-milia', 'neonatal-acne'];
	await render(Explorer, { differential, chosen, onchoose: nothing });
	const table = page.getByRole('table', { name: /Neonatal \(congenital\) milia, Neonatal acne/ });
	await expect.element(table).toBeVisible();
	await expect
		.element(table.getByRole('columnheader', { name: 'Neonatal (congenital) milia' }))
		.toBeInTheDocument();
	const first = table.getByRole('rowheader').first();
	await expect.element(first).toHaveTextContent('Inflammation');
	await expect.element(table.getByRole('row', { name: /^Inflammation/ })).toHaveTextContent('Yes');
	const link = table.getByRole('link', { name: /^Reference \d+$/ }).first();
	const target = (link.element() as HTMLAnchorElement).hash;
	expect(document.querySelector(target)?.textContent).toBeTruthy();
});

it('takes a reader who came for one feature to its row', async () => {
	const chosen = ['primary-milia', 'closed-comedone'];
	await render(Explorer, { differential, chosen, marked: 'surface', onchoose: nothing });
	await expect.element(page.getByRole('rowheader', { name: 'Surface decides' })).toHaveFocus();
});
