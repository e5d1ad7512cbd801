import { createRawSnippet } from 'svelte';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ClozeText from '$lib/items/ClozeText.svelte';

const blank = createRawSnippet((id: () => string) => ({ render: () => `<b>[${id()}]</b>` }));

it.each([
	['Between {{b1}} two {{b2}} words.', ['Between [b1] two [b2] words.']],
	['{{b1}}{{b2}} {{b3}}', ['[b1][b2] [b3]']],
	['**Bold** {{b1}} *leaning*, {{b2}}.', ['Bold [b1] leaning, [b2].']],
	['First {{b1}}.\n\nSecond {{b2}}.', ['First [b1].', 'Second [b2].']]
])('%j', async (text, paragraphs) => {
	const { container } = await render(ClozeText, { text, blank });
	const shown = () => [...container.querySelectorAll('p')].map((one) => one.innerText);
	await expect.poll(shown).toEqual(paragraphs);
});
