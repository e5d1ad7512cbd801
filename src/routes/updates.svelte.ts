// Keeps Milium usable offline and up to date without ever interrupting. An update is offered; only the tab in which it is
// accepted reloads. Others go on with what they have and take the new version when the learner next changes pages.
import { beforeNavigate } from '$app/navigation';
import { onMount } from 'svelte';
import type { Registration } from './registration.js';

/** `unknown` until the page has asked; `unsupported` in browsers without service workers and in the development server. */
export type OfflineState = 'unknown' | 'unsupported' | 'installing' | 'ready' | 'failed';

/** What the service worker is doing, for the update banner and the settings page. */
export interface UpdateState {
	/** Whether Milium is stored for offline use. */
	offline: OfflineState;
	/** A new version waits for consent. */
	updateReady: boolean;
	/** Another tab has taken the new version; this one follows at its next page. */
	mustReload: boolean;
	/** When the server was last asked for a new version, in ms since 1970. */
	lastCheck: number | undefined;
}

/** Keeps that state, and fetches what talks to the service worker once the page has had a quiet moment. */
export class Updates implements UpdateState {
	offline = $state<OfflineState>('unknown');
	updateReady = $state(false);
	mustReload = $state(false);
	lastCheck = $state<number | undefined>();
	/** Set by a page that must not be reloaded now, such as a running question. */
	blocked: () => boolean = () => false;

	#registration: Promise<Registration> | undefined;
	#stopped = false;

	/** True once every page works with the network off. */
	get offlineReady(): boolean {
		return this.offline === 'ready';
	}

	/** Takes the new version: this tab reloads as soon as it is in charge. */
	accept(): void {
		if (this.blocked()) return;
		void this.#registered().then((one) => one?.accept());
	}

	/** Asks the server for a new version, and tries again where storing Milium for offline use failed. */
	async check(): Promise<void> {
		if (this.offline === 'unsupported') return;
		await (await this.#registered())?.check();
	}

	/** Starts; gives the function that stops. Called once, by the root layout. */
	start(): () => void {
		const stop = whenIdle(() => void this.#watchForMissing());
		if (import.meta.env.DEV || import.meta.env.RETIRE_WORKER || !('serviceWorker' in navigator)) {
			this.offline = 'unsupported';
			return stop;
		}
		let inCharge = navigator.serviceWorker.controller !== null;
		const onTakeover = () => {
			// The first worker takes charge of a page that was loaded without one: nothing has changed for it.
			if (inCharge) void this.#takenOver();
			inCharge = true;
		};
		navigator.serviceWorker.addEventListener('controllerchange', onTakeover);
		// The first question comes first: storing the whole app would share its connection.
		const begin = whenIdle(() => void this.#registered());
		return () => {
			this.#stopped = true;
			stop();
			begin();
			navigator.serviceWorker.removeEventListener('controllerchange', onTakeover);
		};
	}

	/** Recovers where a part of the app is gone; without the code for it Kit's own handling is left. */
	async #watchForMissing(): Promise<void> {
		const watch = await import('./missing.js').catch(() => undefined);
		watch?.watchForMissing(this);
	}

	async #takenOver(): Promise<void> {
		this.mustReload = true;
		this.updateReady = false;
		(await this.#registration)?.takenOver();
	}

	/** What talks to the service worker; undefined where it could not be fetched. */
	async #registered(): Promise<Registration | undefined> {
		try {
			this.#registration ??= import('./registration.js').then(({ Registration }) => {
				const registration = new Registration(this);
				if (!this.#stopped) registration.start();
				return registration;
			});
			return await this.#registration;
		} catch {
			this.#registration = undefined;
			if (this.offline !== 'ready') this.offline = 'failed';
			return undefined;
		}
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
		// Under the address that is stored: pages end with a slash.
		const address = new URL(to.url);
		if (!address.pathname.endsWith('/')) address.pathname += '/';
		location.assign(address);
	});
	onMount(() => updates.start());
}
