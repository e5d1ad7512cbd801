import { hashSources } from './sources.js';

/**
 * Name of this build, from the contents of its sources: two builds of the same sources are the same to the byte, with or
 * without git, and a commit that changes no source offers nobody an update. The service worker asks for the app's shell
 * anew when the name changes, so different sources must never share one.
 * @returns {string}
 */
export function version() {
	return hashSources().slice(0, 12);
}
