// The transactions that run in this page at the moment, so that they can be given up when it is put away.
import type { DBCore, Dexie } from 'dexie';

export class UnderWay {
	readonly #running = new Set<IDBTransaction>();
	#away = false;

	/** Follows every transaction of a database; to be called before it is opened. */
	follow(db: Dexie): void {
		db.use({
			stack: 'dbcore',
			name: 'under-way',
			create: (core: DBCore) => ({
				...core,
				transaction: (...given) => {
					// Below Dexie's layers a transaction is that of the browser.
					const one = core.transaction(...given) as IDBTransaction;
					if (this.#away) one.abort();
					else this.#running.add(one);
					const over = () => this.#running.delete(one);
					one.addEventListener('complete', over);
					one.addEventListener('abort', over);
					return one;
				}
			})
		});
	}

	/** Aborts all of them, and those that begin before `back`: what they have written is taken back. */
	leave(): void {
		this.#away = true;
		for (const one of this.#running) {
			try {
				one.abort();
			} catch {
				// It has been committed by now.
			}
		}
		this.#running.clear();
	}

	back(): void {
		this.#away = false;
	}
}
