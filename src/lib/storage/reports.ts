// What is found whenever the database is opened, told to the learner through the status, or to the one who asked for it.
import { PROBLEMS } from './problems.js';
import type { Recovery } from './recover.js';
import type { StatusHolder } from './status.js';

export class Reports {
	#status: StatusHolder;
	#aside: Recovery[] | undefined;

	constructor(status: StatusHolder) {
		this.#status = status;
	}

	readonly tell = (recovery: Recovery): void => {
		if (this.#aside !== undefined) {
			this.#aside.push(recovery);
			return;
		}
		const { lost, restored, damaged, unread } = recovery;
		const { now } = this.#status;
		this.#status.set({ restored: now.restored + restored, damaged: now.damaged + damaged });
		if (unread > 0) this.#status.set({ unread });
		// The ring holds the latest answers only, so what it brings back may not be all.
		const complete = restored > 0 && unread === 0 && now.journal === 'opfs';
		if (lost) this.#status.set({ lost: true });
		if (lost && !complete) this.#status.setLasting(PROBLEMS.lost);
	};

	/** Works on something that tells the learner by itself what was found meanwhile. */
	async aside<T>(work: (found: readonly Recovery[]) => Promise<T>): Promise<T> {
		const found: Recovery[] = [];
		this.#aside = found;
		try {
			return await work(found);
		} finally {
			this.#aside = undefined;
		}
	}
}
