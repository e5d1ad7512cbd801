// However a rebuild ends, the page says how, and does not go on saying that it is under way.
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { App } from '../../../../src/routes/app.svelte.js';
import BuildAnew from '../../../../src/routes/settings/BuildAnew.svelte';

const lost = () => Promise.reject(new Error('The browser lost its connection'));
const SOUND = { kind: 'sound', damaged: 0, unread: 0 };

/** Rebuilds on a page whose storage is made of `parts`. */
async function rebuild(parts: {
	readonly buildAnew: () => Promise<unknown>;
	readonly state?: () => Promise<unknown>;
}): Promise<void> {
	const backups = { state: parts.state ?? lost, count: lost };
	const store = { buildAnew: parts.buildAnew, backups, settings: { read: lost } };
	const app = { status: { journal: 'opfs' }, now: () => 1, storage: async () => store };
	await render(BuildAnew, { app: app as unknown as App, offered: true });
	await page.getByRole('button', { name: 'Rebuild from the journal' }).click();
	await page.getByRole('button', { name: 'Rebuild now' }).click();
}

const status = () => page.getByRole('status');
const alert = () => page.getByRole('alert');

describe('a rebuild', () => {
	it('says how many answers are here', async () => {
		await rebuild({ buildAnew: async () => SOUND, state: async () => ({ answers: 3 }) });
		await expect.element(status()).toHaveTextContent('3 answers are here.');
	});

	it('that ended well says so where the answers cannot be counted', async () => {
		await rebuild({ buildAnew: async () => SOUND });
		await expect.element(status()).toHaveTextContent('Nothing was dropped.');
		await expect.element(status()).toHaveTextContent('could not be counted');
		await expect.element(alert()).toHaveTextContent('');
	});

	it('that was broken off says so, and can be tried again', async () => {
		await rebuild({ buildAnew: lost });
		await expect.element(alert()).toHaveTextContent('Rebuilding was broken off.');
		await expect.element(status()).not.toHaveTextContent('Rebuilding…');
		await expect
			.element(page.getByRole('button', { name: 'Rebuild from the journal' }))
			.toBeVisible();
	});
});

describe('the places where it tells', () => {
	it('are there from the start and take no room while they are empty', async () => {
		const app = { status: undefined, storage: lost } as unknown as App;
		const { container } = await render(BuildAnew, { app, offered: false });
		await expect.element(status()).toBeInTheDocument();
		await expect.element(alert()).toBeInTheDocument();
		expect(container.getBoundingClientRect().height).toBe(0);
		container.style.cssText = 'display: grid; gap: 1rem';
		expect(container.getBoundingClientRect().height).toBe(0);
	});
});
