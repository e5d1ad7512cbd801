// The kill switch: a service worker that takes the place of Milium's own, throws away what that has stored for offline use, and goes.
// A worker outlives the site that it came from: where one must be got rid of, this is what the host has to answer for `sw.js`.

/**
 * Text of the worker. It deletes the caches of its own scope alone, since other sites may share the origin; reloads no page; and
 * touches nothing that a learner has stored.
 */
export const RETIRED_WORKER = `// Milium's service worker has been retired: this one removes it, with what it stored for offline use.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(retire()));
async function retire() {
	const names = await caches.keys();
	await Promise.all(names.filter((name) => name.endsWith(self.registration.scope)).map((name) => caches.delete(name)));
	await self.registration.unregister();
}
`;
