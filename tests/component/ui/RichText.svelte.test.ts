import { beforeAll, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { markup as markupParts } from '$lib/ui/rich-text/markup.svelte';
import RichText from '$lib/ui/rich-text/RichText.svelte';
import { XSS_VECTORS } from './xss-vectors';

const ALLOWED = new Set(
	'p strong em code br ul ol li div table thead tbody tr th td'
		.split(' ')
		.map((one) => one.toUpperCase())
);
const ALLOWED_ATTRIBUTES = new Set(['class', 'start', 'role', 'aria-label', 'tabindex', 'scope']);

async function show(text: string, inline = false): Promise<HTMLElement> {
	const { container } = await render(RichText, { text, inline });
	return container;
}
/** The markup without comments and the classes of scoped styles. */
const markup = (container: HTMLElement) =>
	container.innerHTML
		.replace(/<!--.*?-->/gs, '')
		.replace(/ class="[^"]*"/g, '')
		.trim();

beforeAll(async () => {
	await markupParts.load();
});

describe('a text', () => {
	it('without markup is one paragraph, or nothing but itself inside a line', async () => {
		expect(markup(await show('White bumps'))).toBe('<p>White bumps</p>');
		expect(markup(await show('White bumps', true))).toBe('White bumps');
	});

	it('shows emphasis, code and breaks', async () => {
		const text = '**Milia** are *not* acne: `L72.0`\\\nSee below.';
		const drawn = '<strong>Milia</strong> are <em>not</em> acne: <code>L72.0</code><br>See below.';
		expect(markup(await show(text))).toBe(`<p>${drawn}</p>`);
		expect(markup(await show(text, true))).toBe(drawn);
	});

	it('shows lists, a numbered one from its first number', async () => {
		const container = await show('Then:\n\n3. Wash\n4. Wait\n   - weeks\n   - months');
		const list = container.querySelector('ol');
		expect(list?.start).toBe(3);
		expect([...(list?.children ?? [])].map((one) => one.tagName)).toEqual(['LI', 'LI']);
		expect([...container.querySelectorAll('ol ul li')].map((one) => one.textContent)).toEqual([
			'weeks',
			'months'
		]);
	});

	it('shows a table with headings, in a box that the keyboard can scroll', async () => {
		const container = await show('| Sign | **Milia** |\n|---|---|\n| Size | 1 to 2 mm |');
		expect([...container.querySelectorAll('th')].map((one) => [one.scope, one.innerText])).toEqual([
			['col', 'Sign'],
			['col', 'Milia']
		]);
		expect(container.querySelector('td + td')?.textContent).toBe('1 to 2 mm');
		expect(container.querySelector(':has(> table)')).toHaveAttribute('tabindex', '0');
	});

	it('lets the first column of a table head the rows where its corner is empty', async () => {
		const container = await show('| | Milia |\n|---|---|\n| Size | 1 to 2 mm |');
		const heads = [...container.querySelectorAll('th')].map((one) => [one.scope, one.innerText]);
		expect(heads).toEqual([
			['col', 'Milia'],
			['row', 'Size']
		]);
	});

	it('keeps the sign of a number inside a line', async () => {
		expect(markup(await show('- 2 mm', true))).toBe('- 2 mm');
	});

	it('is drawn however deep its markup goes', async () => {
		const container = await show(`${'+ '.repeat(1999)}a`);
		expect(container.querySelectorAll('ul')).toHaveLength(10);
		expect(container.textContent).toMatch(/a$/);
	});
});

describe.each([false, true])('a text with foreign markup (inline: %s)', (inline) => {
	it.each(XSS_VECTORS)('shows it as characters: %j', async (text) => {
		const requests = () => performance.getEntriesByType('resource').map((one) => one.name);
		const container = await show(text, inline);
		for (const element of container.querySelectorAll('*')) {
			expect(ALLOWED).toContain(element.tagName);
			for (const { name } of element.attributes) expect(ALLOWED_ATTRIBUTES).toContain(name);
		}
		// Long enough for a handler to have run.
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(Reflect.get(window, '__xss')).toBeUndefined();
		expect(requests().filter((url) => url.includes('evil.example'))).toEqual([]);
		expect(container.textContent.trim()).not.toBe('');
	});
});
