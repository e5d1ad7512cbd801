// A part of the app could not be fetched. Where the reason is that a new version has replaced it, loading a page anew brings that
// version; any other reason is left to the page that wanted the part. Fetched once the page has had a quiet moment.
import { navigating, updated } from '$app/state';
import type { UpdateState } from './updates.svelte.js';

const RELOAD_AT_MOST_EVERY_MS = 60_000;
const RELOAD_STAMP = 'milium:chunk-reload';
/** What a page needs is fetched ahead when a pointer rests on a link to it; the answer may take so long. */
const AHEAD_MS = 15_000;

interface Updating extends UpdateState {
	blocked(): boolean;
}

/** Watches for as long as the page lives. */
export function watchForMissing(updates: Updating): void {
	const missing = new WeakSet<Error>();
	let overLink = -Infinity;
	addEventListener('pointerover', ({ target }) => {
		if (target instanceof Element && target.closest('a') !== null) overLink = performance.now();
	});
	// A file of data says that it is missing without a reason.
	const note = (reason: unknown) => void (reason instanceof Error && missing.add(reason));
	addEventListener('vite:preloadError', (event) => {
		note(event.payload);
		void recover(updates, performance.now() - overLink < AHEAD_MS);
	});
	const early = window.miliumMissing ?? [];
	delete window.miliumMissing;
	early.forEach(note);
	// Nobody has been here for long enough to lose anything to a reload.
	if (early.length > 0) void recover(updates, false);
	// It is dealt with above; what was fetched ahead has nobody who would catch it.
	addEventListener('unhandledrejection', (event) => {
		if (event.reason instanceof Error && missing.has(event.reason)) event.preventDefault();
	});
}

/** `ahead`: what is missing may only have been fetched ahead. */
async function recover(updates: Updating, ahead: boolean): Promise<void> {
	const target = navigating.to?.url;
	if (!updates.mustReload && !(await updated.check().catch(() => false))) return;
	// From now on every page is loaded anew.
	updates.mustReload = true;
	updates.updateReady = false;
	// Whoever has only passed over a link loses nothing to a reload that they did not ask for.
	if (target === undefined && ahead) return;
	if (updates.blocked() || !mayReload()) return;
	if (target === undefined) location.reload();
	else open(target);
}

/** Loads a page anew, under the address that is stored: pages end with a slash. */
function open(url: URL): void {
	const address = new URL(url);
	if (!address.pathname.endsWith('/')) address.pathname += '/';
	location.assign(address);
}

/** Once a minute at most, so that a broken server cannot make it go on for ever. */
function mayReload(): boolean {
	try {
		const last = Number(sessionStorage.getItem(RELOAD_STAMP) ?? 0);
		if (Date.now() - last < RELOAD_AT_MOST_EVERY_MS) return false;
		sessionStorage.setItem(RELOAD_STAMP, String(Date.now()));
		return true;
	} catch {
		// Without a place for the stamp nothing could stop a second reload.
		return false;
	}
}
