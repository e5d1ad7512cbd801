/// <reference types="@sveltejs/kit" />
/// <reference types="vite-plugin-pwa/client" />
declare global {
	interface Window {
		/** What was chosen before the app took the page over: `boot.js` notes it. */
		miliumEarly?: (EventTarget | null)[];
		/** Why parts of the app could not be fetched before the app watched for it: `boot.js` notes it. */
		miliumMissing?: unknown[];
	}
	/** Base path the app is deployed under: '' or '/milium'. */
	const __MILIUM_VERSION__: string;
	namespace App {
		interface Error {
			message: string;
		}
	}
}
export {};
