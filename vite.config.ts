import { sveltekit } from '@sveltejs/kit/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chunks } from './src/tools/chunks-plugin.ts';
import { gallery } from './src/tools/gallery-plugin.ts';
import { licences } from './src/tools/licences-plugin.ts';
import { pwa } from './src/tools/pwa-plugin.ts';
import { questions } from './src/tools/questions-plugin.ts';

const base = process.env.BASE_PATH ?? '';

/**
 * The build of this package for browsers decodes by writing markup into an element, which Trusted Types refuse: a question with
 * `&amp;` in it could not be drawn. The other build looks the name up.
 */
const CHARACTER_REFERENCES = 'decode-named-character-reference';

export default defineConfig({
	// A release that removes the service worker must not register it again.
	define: { 'import.meta.env.RETIRE_WORKER': JSON.stringify(process.env.RETIRE_WORKER === '1') },
	resolve: {
		alias: {
			[CHARACTER_REFERENCES]: fileURLToPath(
				new URL(`./node_modules/${CHARACTER_REFERENCES}/index.js`, import.meta.url)
			),
			crypto: fileURLToPath(new URL('./src/tools/web-crypto.js', import.meta.url))
		}
	},
	// Where the time of a build goes is of no interest to somebody who starts the app.
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	plugins: [
		questions(),
		gallery(),
		chunks(),
		licences(),
		sveltekit(),
		pwa({
			registerType: 'prompt',
			injectRegister: false,
			manifest: {
				id: `${base}/`,
				name: 'Milium: telling milia apart',
				short_name: 'Milium',
				description:
					'Practise telling milia apart from each other and from acne and other look-alikes. Works offline.',
				lang: 'en',
				dir: 'ltr',
				start_url: `${base}/`,
				scope: `${base}/`,
				display: 'standalone',
				theme_color: '#0f5c5c',
				background_color: '#fbf8f3',
				categories: ['education', 'medical'],
				icons: [
					{ src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
					{ src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
					{
						src: 'icons/icon-maskable-192.png',
						sizes: '192x192',
						type: 'image/png',
						purpose: 'maskable'
					},
					{
						src: 'icons/icon-maskable-512.png',
						sizes: '512x512',
						type: 'image/png',
						purpose: 'maskable'
					}
				]
			},
			workbox: {
				globPatterns: [
					'client/**/*.{js,css,svg,png,json,webmanifest,woff2,txt,webp}',
					'prerendered/**/*.html'
				],
				// Platforms fetch these when Milium is installed; the pages use the drawing.
				globIgnores: ['client/icons/*.png'],
				navigateFallback: `${base}/404.html`,
				// No page differs by its query: a session is found by it only once the page runs.
				ignoreURLParametersMatching: [/./],
				cleanupOutdatedCaches: true,
				// The page of the first visit is served from the cache too, before any reload.
				clientsClaim: true
			},
			kit: {
				includeVersionFile: true,
				trailingSlash: 'always',
				adapterFallback: '404.html',
				spa: { fallbackMapping: `${base}/404.html` }
			}
		})
	]
});
