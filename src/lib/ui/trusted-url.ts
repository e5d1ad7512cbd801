// The one place where a URL becomes a script: workers and the service worker. Under Trusted Types nothing else may.

/** File names that may run: the service worker, and the workers that the build or the development server names. */
const KNOWN =
	/\/(sw\.js|(_app\/immutable\/workers\/|src\/lib\/(storage|intake|backup)\/|assets\/)[\w.-]+\.worker[\w.-]*\.(js|ts))$/;

interface UrlPolicy {
	createScriptURL(url: string): unknown;
}
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): UrlPolicy;
}

let policy: UrlPolicy | undefined;

/**
 * The URL as one that the page may run. Throws for everything but our own workers: same origin, below the app's base, of
 * a known name. Browsers without Trusted Types get the URL itself; the type is a string for the sake of `Worker` and
 * `register`, whose declarations know nothing of Trusted Types.
 */
export function trustedUrl(url: string): string {
	const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
	if (trustedTypes === undefined) return checked(url);
	policy ??= trustedTypes.createPolicy('milium-url', { createScriptURL: checked });
	return policy.createScriptURL(url) as string;
}

function checked(url: string): string {
	const { origin, pathname, href } = new URL(url, location.href);
	const base = new URL(import.meta.env.BASE_URL, location.href).pathname;
	if (origin !== location.origin || !pathname.startsWith(base) || !KNOWN.test(pathname)) {
		throw new TypeError(`May not run ${url}: expected one of the app's own workers`);
	}
	return href;
}
