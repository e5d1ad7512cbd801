// Runs while the pages are made; nothing of it is part of the app.
import boot from './boot.js?url&no-inline';
import type { Handle } from '@sveltejs/kit';

/**
 * Puts the address of what runs before the first paint into the page. It has the hash of its content in its name, so a browser
 * that has it need not ask for it again: no page is painted before it has come.
 */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => html.replaceAll('%milium.boot%', boot) });
