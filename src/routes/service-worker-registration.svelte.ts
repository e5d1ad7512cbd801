// Keeps Milium usable offline and up to date without ever interrupting. An update is offered; only the tab in which it is
// accepted reloads. Others go on with what they have and take the new version when the learner next changes pages.
import { beforeNavigate } from '$app/navigation';
import { resolve } from '$app/paths';
import { navigating, updated } from '$app/state';
import { trustedUrl } from '$lib/ui/trusted-url';
import { onMount } from 'svelte';
import type { Workbox } from 'workbox-window';

const CHECK_EVERY_MS = 6 * 3600_000;
const RELOAD_AT_MOST_EVERY_MS = 60_000;
const RELOAD_STAMP = 'milium:chunk-reload';

/** `unknown` until the page has asked; `unsupported` in browsers without service workers and in the development server. */
export type OfflineState = 'unknown' | 'unsupported' | 'installing' | 'ready' | 'failed';

/** What the service worker is doing, for the update banner and the settings page. */
export class Updates {
	/** Whether Milium is stored for offline use. */
	offline = $state<OfflineState>('unknown');
	/** A new version waits for consent. */
	updateReady = $state(false);
	/** Another tab has taken the new version; this one follows at its next page. */
	mustReload = $state(false);
	/** When the server was last asked for a new version, in ms since 1970. */
	lastCheck = $state<number | undefined>();
	/** Set by a page that must not be reloaded now, such as a running question. */
	blocked: () => boolean = () => false;

	#workbox: Workbox | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	#accepted = false;

	/** True once every page works with the network off. */
	get offlineReady(): boolean {
		return this.offline === 'ready';
	}

	/** Takes the new version: this tab reloads as soon as it is in charge. */
	accept(): void {
		if (this.blocked() || this.#accepted) return;
		this.#accepted = true;
		if (this.#registration?.waiting == null) location.reload();
		else this.#workbox?.messageSkipWaiting();
	}

	/** Asks the server for a new version, and tries again where storing Milium for offline use failed. */
	async check(): Promise<void> {
		if (this.offline === 'unsupported' || !navigator.onLine) return;
		if (this.#registration === undefined) return this.#register();
		try {
			await this.#registration.update();
			this.lastCheck = Date.now();
		} catch {
			// No network, or an answer that is no worker: what is stored goes on working.
		}
		this.#look(this.#registration);
	}

	/** Starts; gives the function that stops. Called once, by the root layout. */
	start(): () => void {
		if (import.meta.env.DEV || !('serviceWorker' in navigator)) {
			this.offline = 'unsupported';
			return () => undefined;
		}
		const ask = () => void this.check();
		const askWhenDue = () => {
			if (document.visibilityState === 'visible' && this.#isDue()) ask();
		};
		const timer = setInterval(askWhenDue, CHECK_EVERY_MS / 12);
		let inCharge = navigator.serviceWorker.controller !== null;
		const onTakeover = () => {
			// The first worker takes charge of a page that was loaded without one: nothing has changed for it.
			if (inCharge) this.#changed();
			inCharge = true;
		};
		navigator.serviceWorker.addEventListener('controllerchange', onTakeover);
		addEventListener('online', ask);
		document.addEventListener('visibilitychange', askWhenDue);
		// The first question comes first: storing the whole app would share its connection.
		const begin = whenIdle(() => void this.#register());
		return () => {
			begin();
			clearInterval(timer);
			navigator.serviceWorker.removeEventListener('controllerchange', onTakeover);
			removeEventListener('online', ask);
			document.removeEventListener('visibilitychange', askWhenDue);
		};
	}

	#isDue(): boolean {
		return Date.now() - (this.lastCheck ?? 0) >= CHECK_EVERY_MS;
	}

	async #register(): Promise<void> {
		try {
			const { Workbox } = await import('workbox-window');
			const scope = resolve('/');
			const workbox = new Workbox(trustedUrl(`${scope}sw.js`), { scope, updateViaCache: 'none' });
			const registration = await workbox.register();
			this.#workbox = workbox;
			this.#registration = registration;
			this.lastCheck = Date.now();
			if (registration === undefined) return;
			registration.addEventListener('updatefound', () => this.#look(registration));
			this.#look(registration);
		} catch {
			// Offline at the first visit, a captive portal's page instead of the worker, or a browser that forbids it.
			if (this.offline !== 'ready') this.offline = 'failed';
		}
	}

	#look(registration: ServiceWorkerRegistration): void {
		const { active, installing, waiting } = registration;
		if (active !== null) this.offline = 'ready';
		else if (installing !== null || waiting !== null) this.offline = 'installing';
		else this.offline = 'failed';
		this.updateReady = waiting !== null && active !== null;
		installing?.addEventListener('statechange', () => this.#look(registration));
	}

	#changed(): void {
		if (this.#accepted) location.reload();
		this.mustReload = true;
		this.updateReady = false;
	}
}

const IDLE_AFTER_MS = 1500;

/** Calls back once the page has loaded and has had a quiet moment; gives the function that calls it off. */
function whenIdle(then: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = () => {
		timer = setTimeout(then, IDLE_AFTER_MS);
	};
	if (document.readyState === 'complete') wait();
	else addEventListener('load', wait, { once: true });
	return () => {
		removeEventListener('load', wait);
		clearTimeout(timer);
	};
}

export const updates = new Updates();

/** Keeps the app up to date. Called by the root layout while it is made. */
export function keepUpToDate(): void {
	beforeNavigate(({ to, willUnload }) => {
		if (!updates.mustReload || willUnload || to === null || updates.blocked()) return;
		open(to.url);
	});
	onMount(() => {
		const stop = updates.start();
		addEventListener('vite:preloadError', onMissingChunk);
		return () => {
			stop();
			removeEventListener('vite:preloadError', onMissingChunk);
		};
	});
}

/** Loads a page anew, under the address that is stored: pages end with a slash. */
function open(url: URL): void {
	const address = new URL(url);
	if (!address.pathname.endsWith('/')) address.pathname += '/';
	location.assign(address);
}

/**
 * A part of the app could not be fetched. Where the reason is that a new version has replaced it, loading the page anew
 * brings that version; once a minute at most, so that a broken server cannot make it go on for ever. Any other reason is left
 * to the page that wanted the part.
 */
async function onMissingChunk(): Promise<void> {
	const target = navigating.to?.url;
	const gone = updates.mustReload || (await updated.check());
	if (!gone || updates.blocked() || !mayReload()) return;
	if (target === undefined) location.reload();
	else open(target);
}

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
