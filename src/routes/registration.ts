// Registers the service worker and watches it. Fetched once the page has had a quiet moment: the first question comes first.
import { resolve } from '$app/paths';
import { trustedUrl } from '$lib/ui/trusted-url';
import type { Workbox } from 'workbox-window';
import type { UpdateState } from './updates.svelte.js';

const CHECK_EVERY_MS = 6 * 3600_000;

/** Whether no other window of Milium is open. Every window says that it is for as long as it lives. */
async function isAlone(): Promise<boolean> {
	const locks = navigator.locks as LockManager | undefined;
	if (locks === undefined) return false;
	const name = 'milium-window';
	const alone = await locks
		.request(name, { ifAvailable: true }, (lock) => lock !== null)
		.catch(() => false);
	void locks
		.request(name, { mode: 'shared' }, () => new Promise<never>(() => undefined))
		.catch(() => undefined);
	return alone;
}

/** The service worker of this page; tells `state` what it does. */
export class Registration {
	readonly #state: UpdateState;
	#workbox: Workbox | undefined;
	#registration: ServiceWorkerRegistration | undefined;
	#accepted = false;
	#registering: Promise<void> | undefined;
	readonly #alone = isAlone();

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
		// One whose first installation failed is gone: it is made anew.
		if (this.#registration === undefined || this.#state.offline === 'failed')
			return this.register();
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
			const url = trustedUrl(`${scope}sw.js`);
			const how: RegistrationOptions = { scope, updateViaCache: 'none' };
			// Before Workbox, which is to find what listens here in place.
			const registration = await navigator.serviceWorker.register(url, how);
			registration.addEventListener('updatefound', (event) => {
				this.#look(registration);
				// A busy WebKit tells of a worker when it has ended already, and Workbox would ask nothing for its address.
				if (registration.installing === null) event.stopImmediatePropagation();
			});
			const workbox = new Workbox(url, how);
			await workbox.register();
			this.#workbox = workbox;
			this.#registration = registration;
			state.lastCheck = Date.now();
			this.#look(registration);
			await this.#takeWaiting(registration, workbox);
		} catch {
			// Offline at the first visit, a captive portal's page instead of the worker, or a browser that forbids it.
			if (state.offline !== 'ready') state.offline = 'failed';
		}
	}

	/**
	 * A version that waits since the last visit is taken without asking where this is the only window and no question is on screen.
	 * Nothing is reloaded for it: the new version comes with the next page.
	 */
	async #takeWaiting({ waiting, active }: ServiceWorkerRegistration, workbox: Workbox) {
		const alone = await this.#alone;
		if (waiting === null || active === null || !alone) return;
		if (location.pathname.startsWith(resolve('/session'))) return;
		workbox.messageSkipWaiting();
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
