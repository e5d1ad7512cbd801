/// <reference types="@sveltejs/kit" />
/// <reference types="vite-plugin-pwa/client" />
declare global {
	/** Base path the app is deployed under: '' or '/milium'. */
	const __MILIUM_VERSION__: string;
	namespace App {
		interface Error {
			message: string;
		}
	}
}
export {};
