// The service worker's plug-in, made to keep quiet where there is nothing to store.
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Written by SvelteKit once the client has been built. */
const BUILT = '.svelte-kit/output/client/_app/version.json';

/**
 * `SvelteKitPWA`, which runs only when the app itself has been built. It is called at the end of a failed build too, fails for want
 * of files, and the reason why the build failed would then be shown to nobody.
 */
export function pwa(options: Parameters<typeof SvelteKitPWA>[0]) {
	const plugins = SvelteKitPWA(options);
	for (const plugin of plugins) {
		const hook = plugin.closeBundle;
		if (typeof hook !== 'object') continue;
		const { handler } = hook;
		hook.handler = async function (...args) {
			if (existsSync(resolve(BUILT))) await handler.apply(this, args);
		};
	}
	return plugins;
}
