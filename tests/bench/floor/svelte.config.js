import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter(),
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { name: 'floor' }
	}
};
