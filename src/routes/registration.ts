// Registers the service worker and watches it. Fetched once the page has had a quiet moment: the first question comes first.
import { resolve } from '$app/paths';
import { trustedUrl } from '$lib/ui/trusted-url';
import type { Workbox } from 'workbox-window';
import type { UpdateState } from './updates.svelte.js';

const CHECK_EVERY_MS = 6 * 3600_000;

/** The service worker of this page; tells `state` what it does. */
export class Registration {
	readonly #state: UpdateState;
	#workbox: Workbox | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	#accepted = false;
	#registering: Promise<void> | undefined;

	constructor(state: UpdateState) {
		this.#state = state;
	}

	/** Takes the new version: this tab reloads as soon as it is in charge. */
	accept(): void {
		if (this.#accepted) return;
		this.#accepted = true;
		if (this.#registration?.waiting == null) location.reload();
		else this.#workbox?.messageSkipWaiting();
	}

	/** Asks the server for a new version, and tries again where storing Milium for offline use failed. */
	async check(): Promise<void> {
		if (!navigator.onLine) return;
		if (this.#registration === undefined) return this.register();
		try {
			await this.#registration.update();
			this.#state.lastCheck = Date.now();
		} catch {
			// No network, or an answer that is no worker: what is stored goes on working.
		}
		this.#look(this.#registration);
	}

	/** Registers, and asks for a new version from time to time for as long as the page lives. */
	start(): void {
		const ask = () => void this.check();
		const askWhenDue = () => {
			if (document.visibilityState === 'visible' && this.#isDue()) ask();
		};
		setInterval(askWhenDue, CHECK_EVERY_MS / 12);
		addEventListener('online', ask);
		document.addEventListener('visibilitychange', askWhenDue);
		void this.register();
	}

	/** Another worker has taken charge of this page. */
	takenOver(): void {
		if (this.#accepted) location.reload();
	}

	#isDue(): boolean {
		return Date.now() - (this.#state.lastCheck ?? 0) >= CHECK_EVERY_MS;
	}

	/** Registers, once at a time. */
	register(): Promise<void> {
		this.#registering ??= this.#register().finally(() => {
			this.#registering = undefined;
		});
		return this.#registering;
	}

	async #register(): Promise<void> {
		const state = this.#state;
		try {
			const { Workbox } = await import('workbox-window');
			const scope = resolve('/');
			const workbox = new Workbox(trustedUrl(`${scope}sw.js`), { scope, updateViaCache: 'none' });
			const registration = await workbox.register();
			this.#workbox = workbox;
			this.#registration = registration;
			state.lastCheck = Date.now();
			if (registration === undefined) return;
			registration.addEventListener('updatefound', () => this.#look(registration));
			this.#look(registration);
		} catch {
			// Offline at the first visit, a captive portal's page instead of the worker, or a browser that forbids it.
			if (state.offline !== 'ready') state.offline = 'failed';
		}
	}

	#look(registration: ServiceWorkerRegistration): void {
		const { active, installing, waiting } = registration;
		if (active !== null) this.#state.offline = 'ready';
		else if (installing !== null || waiting !== null) this.#state.offline = 'installing';
		else this.#state.offline = 'failed';
		this.#state.updateReady = waiting !== null && active !== null;
		installing?.addEventListener('statechange', () => this.#look(registration));
	}
}
