// What every page shares: storage, fetched when first asked for, its state, and the learner's settings.
import { createContext } from 'svelte';
import type { PlanSettings, Settings } from '$lib/storage/settings';
import type { Storage, StorageStatus } from '$lib/storage';
import { idSource } from '$lib/session/uuid';
import { updates } from './updates.svelte.js';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The settings that every page needs; those that one page alone uses are read there. */
type AppSettings = Omit<Settings, PlanSettings>;

/** Settings before the stored ones have been read. */
const DEFAULTS: AppSettings = {
	theme: 'auto',
	askConfidence: true,
	shortcuts: true,
	quizLength: 10
};

export class App {
	/** State of storage for the banner; undefined until storage has been asked for. */
	status = $state.raw<StorageStatus | undefined>();
	settings = $state.raw<AppSettings>(DEFAULTS);
	#storage: Promise<Storage> | undefined;

	readonly now = () => Date.now();
	readonly monotonic = () => performance.now();
	/** Minutes that local time is ahead of UTC. */
	readonly timeZone = () => -new Date().getTimezoneOffset();

	/** The storage of this learner. Its code is fetched at the first call, so that no page waits for it to be drawn. */
	storage(): Promise<Storage> {
		this.#storage ??= this.#open().catch((error: unknown) => {
			// Its code could not be fetched; the next call tries again.
			this.#storage = undefined;
			throw error;
		});
		return this.#storage;
	}

	/** Ids that rise, after all ids made up to `after` (ms). */
	ids(after = 0): () => string {
		return idSource(this.now, randomBytes, after);
	}

	/** A seed for a new quiz. */
	seed(): number {
		return new DataView(randomBytes(4).buffer).getInt32(0);
	}

	async changeSettings(change: Partial<AppSettings>): Promise<void> {
		this.settings = { ...this.settings, ...change };
		const { theme } = this.settings;
		if (theme === 'auto') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
		await (await this.storage()).settings.write(change);
	}

	async #open(): Promise<Storage> {
		const { openStorage } = await import('$lib/storage');
		const storage = await openStorage({
			now: this.now,
			random: randomBytes,
			tabId: this.ids()()
		});
		this.status = storage.status;
		storage.onstatus((status) => {
			this.status = status;
			// What this window remembers is gone: its next page begins anew.
			updates.mustReload ||= status.problem?.code === 'erased';
		});
		this.settings = await storage.settings.read();
		return storage;
	}
}

export const [getApp, setApp] = createContext<App>();
