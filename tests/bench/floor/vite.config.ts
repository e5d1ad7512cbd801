import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';

export default defineConfig({
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	plugins: [
		sveltekit(),
		SvelteKitPWA({
			registerType: 'prompt',
			injectRegister: false,
			manifest: { name: 'Floor', short_name: 'Floor', start_url: '/', scope: '/', icons: [] },
			workbox: {
				globPatterns: ['client/**/*.{js,css,webmanifest}', 'prerendered/**/*.html'],
				clientsClaim: true
			},
			kit: { trailingSlash: 'always' }
		})
	]
});
