// The score ledger as a learner reads it.
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import ScoreLedger from '$lib/items/ScoreLedger.svelte';
import { fixtureOf } from '../../fixtures/items';

/** The rows of the table as text, cells apart by a bar. */
async function rowsOf(type: string, raw: unknown, change: Partial<BaseItem> = {}) {
	const item = { ...fixtureOf(type), ...change };
	const { response } = itemTypeOf(item).readResponse(item, raw);
	await render(ScoreLedger, { item, response });
	const table = page.getByRole('table', { name: 'Each choice with its mark' }).element();
	return [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
		[...row.querySelectorAll('th, td')]
			.map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())
			.join(' | ')
	);
}

it('gives each choice of a +/− item its mark and adds them up', async () => {
	const item = fixtureOf<
		BaseItem & { options: { id: string; text: string }[]; key: { choices: string[] } }
	>('multiple-response-sata');
	const [right = '', ...missed] = item.key.choices;
	const wrong = item.options.find(({ id }) => !item.key.choices.includes(id))?.id ?? '';
	const textOf = (id: string) => item.options.find((one) => one.id === id)?.text;
	const rows = await rowsOf(item.type, { choices: [right, wrong] });
	expect(rows).toContain(`${textOf(right)} chosen, right | +1`);
	expect(rows).toContain(`${textOf(wrong)} chosen, wrong | −1`);
	for (const id of missed) expect(rows).toContain(`${textOf(id)} right, not chosen | 0`);
	expect(rows.at(-1)).toBe(`Sum: 1 − 1 = 0 | 0 of ${item.key.choices.length}`);
	await expect.element(page.getByText(/^\+\/− scoring\./)).toBeVisible();
	await expect.element(page.getByText(/^Source: NCSBN/)).toBeVisible();
	await expect
		.element(page.getByText('All-or-nothing scoring would have given 0 of 1 point.'))
		.toBeVisible();
});

it('says that an effect did not count because its cause was wrong', async () => {
	const { key, anchor } = fixtureOf<
		BaseItem & { anchor: string; key: { blanks: Record<string, string> } }
	>('drop-down-rationale');
	const { [anchor]: _cause, ...effects } = key.blanks;
	const rows = await rowsOf('drop-down-rationale', { blanks: effects });
	expect(rows.filter((row) => row.includes('no effect counts without it'))).toHaveLength(1);
	expect(
		rows.filter((row) => row.endsWith('An effect: right, but its cause is not.'))
	).toHaveLength(2);
	expect(rows.filter((row) => row.endsWith('chosen, right | 0'))).toHaveLength(2);
	expect(rows.at(-1)).toBe('Total: 0 + 0 + 0 = 0 | 0 of 2');
});

it('shows no marks where only the whole counts', async () => {
	const { key } = fixtureOf<BaseItem & { key: { order: string[] } }>('ordered-response');
	const rows = await rowsOf('ordered-response', { order: [...key.order].reverse() });
	expect(rows.filter((row) => /[+−]\d$/.test(row))).toEqual([]);
	expect(rows.filter((row) => row.startsWith('Position '))).toHaveLength(key.order.length);
	expect(rows.at(-1)).toBe('Not everything is right | 0 of 1');
	expect(page.getByText(/would have given/).elements()).toEqual([]);
});
