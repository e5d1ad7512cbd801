import adapter from '@sveltejs/adapter-static';
import { version } from './src/tools/version.js';

// '' at the root of a host, '/milium' for a project page: BASE_PATH=/milium npm run build
const base = /** @type {'' | `/${string}`} */ (process.env.BASE_PATH ?? '');
const folder = process.env.BUILD_DIR || 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: folder, assets: folder, fallback: '404.html', strict: true }),
		paths: { base, relative: false },
		// Milium registers its own worker so that only the tab that accepts an update reloads.
		serviceWorker: { register: false },
		// Small style sheets stand in the page: each would cost a phone a round trip before the first question.
		inlineStyleThreshold: 20_000,
		// The content decides the name, so that two builds of one commit are the same.
		version: { name: version(), pollInterval: 0 },
		prerender: {
			// What the explorer compares stands in the query, so its rows are drawn in the browser alone.
			handleMissingId({ path, id, message }) {
				if (!(path.endsWith('/learn/') && id.startsWith('feature-'))) throw new Error(message);
			}
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-elem': ['self'],
				// Svelte's style directives and Kit's route announcer set style attributes.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'milium-url']
			}
		}
	}
};
