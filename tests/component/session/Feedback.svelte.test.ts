import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { itemTypeOf } from '$lib/items/registry';
import Feedback from '$lib/session/Feedback.svelte';
import { fixtureOf } from '../../fixtures/items';

it('tells how an answer was scored to whoever asks', async () => {
	const item = { ...fixtureOf('bow-tie'), hash: 'fixture' };
	const sources = createRawSnippet(() => ({ render: () => '<p>Who says so</p>' }));
	const response = itemTypeOf(item).key(item);
	await render(Feedback, { item, response, level: 2, sources });
	await expect.element(page.getByText('Who says so')).toBeVisible();
	expect(page.getByRole('table').elements()).toEqual([]);
	await page.getByText('How this was scored').click();
	await expect
		.element(page.getByRole('table', { name: 'Each choice with its mark' }))
		.toBeVisible();
	await expect.element(page.getByRole('row').last()).toHaveTextContent('Total: 2 + 1 + 2 = 5');
});

it('opens in the words that suit the learner, and changes them on request', async () => {
	const item = {
		...fixtureOf('bow-tie'),
		hash: 'fixture',
		teaching: 'Keratin cysts of the epidermis.',
		plainWords: 'Tiny harmless bumps.'
	};
	const sources = createRawSnippet(() => ({ render: () => '<p>Who says so</p>' }));
	const response = itemTypeOf(item).key(item);
	await render(Feedback, { item, response, level: 2, sources, words: 'plain' });
	await expect.element(page.getByText('Tiny harmless bumps.')).toBeVisible();
	await page.getByRole('button', { name: 'In technical terms' }).click();
	await expect.element(page.getByText('Keratin cysts of the epidermis.')).toBeVisible();
	expect(page.getByText('Tiny harmless bumps.').elements()).toEqual([]);
	await page.getByRole('button', { name: 'In plain words' }).click();
	await expect.element(page.getByText('Tiny harmless bumps.')).toBeVisible();
});
