// Takes over the settings as they are stored now, where something has changed them behind the page's back.
import type { App } from '../app.svelte.js';

export async function readSettings(app: App): Promise<void> {
	const settings = await (await app.storage()).settings.read();
	app.settings = settings;
	if (settings.theme === 'auto') delete document.documentElement.dataset['theme'];
	else document.documentElement.dataset['theme'] = settings.theme;
}
