// Runs inside the page, before the app: counts its calls to IndexedDB, and fails the one it is told to, or all from there on.
// Plain JavaScript: the browser gets this text as it stands.
(() => {
	const plan = { kind: '', from: Infinity, to: Infinity, calls: 0, failed: 0 };
	let hanging = false;
	/** @type {IDBTransaction | undefined} */
	let held;

	/** Keeps a transaction open, as one is whose request is never answered. @param {IDBObjectStore} store */
	function spin(store) {
		hanging = true;
		held = store.transaction;
		const again = () => {
			if (!hanging) return;
			originals.get.call(store, 'nothing').onsuccess = () => setTurn(again);
		};
		again();
	}
	/** Within the callback, so that the transaction stays alive. @param {() => void} work */
	const setTurn = (work) => work();

	/** @param {IDBObjectStore | IDBIndex} on */
	function fail(on) {
		plan.failed += 1;
		const store = 'objectStore' in on ? on.objectStore : on;
		if (plan.kind === 'never answered') {
			spin(store);
			return {};
		}
		if (plan.kind === 'AbortError') {
			store.transaction.abort();
			throw new DOMException('Aborted on purpose', 'AbortError');
		}
		throw new DOMException(`${plan.kind} on purpose`, plan.kind);
	}

	/** @type {Record<string, any>} */
	const originals = { get: IDBObjectStore.prototype.get };
	const METHODS = [
		'add',
		'put',
		'delete',
		'get',
		'getAll',
		'getAllKeys',
		'getKey',
		'count',
		'openCursor',
		'openKeyCursor'
	];
	for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
		for (const name of METHODS) {
			const original = Reflect.get(prototype, name);
			if (typeof original !== 'function') continue;
			/** @this {IDBObjectStore | IDBIndex} @param {unknown[]} parameters */
			const counted = function (...parameters) {
				const transaction = ('objectStore' in this ? this.objectStore : this).transaction;
				if (transaction.db.name !== 'milium' || plan.from === Infinity)
					return original.apply(this, parameters);
				plan.calls += 1;
				if (plan.calls < plan.from || plan.calls > plan.to) return original.apply(this, parameters);
				return fail(this);
			};
			Reflect.set(prototype, name, counted);
		}
	}

	/** From now on the `from`-th call fails, and those up to the `to`-th. @param {string} kind @param {number} from @param {number | null} to */
	function arm(kind, from, to) {
		Object.assign(plan, { kind, from, to: to ?? Infinity, calls: 0, failed: 0 });
	}
	function disarm() {
		// A transaction with a request that was not answered never commits.
		if (hanging) held?.abort();
		hanging = false;
		plan.from = Infinity;
		return plan.failed;
	}

	/** Milliseconds from a click until the page says saved or not saved, and the longest that the machine kept the page waiting. @param {HTMLElement} button */
	async function told(button) {
		const begun = performance.now();
		let [lag, last] = [0, begun];
		button.click();
		for (;;) {
			await new Promise((resolve) => setTimeout(resolve, 10));
			const now = performance.now();
			lag = Math.max(lag, now - last - 10);
			last = now;
			const alert = [...document.querySelectorAll('[role=alert]')].some(
				(one) => (one.textContent ?? '').trim() !== ''
			);
			const state = document.querySelector('[data-saving]')?.getAttribute('data-saving');
			const checked = ![...document.querySelectorAll('main button')].some(
				(one) => one.textContent?.trim() === 'Check answer'
			);
			if (alert || (checked && state === 'saved')) return { ms: now - begun, lag, alert };
			if (now - begun > 20_000) return { ms: now - begun, lag, alert };
		}
	}

	Reflect.set(globalThis, 'calls', { arm, disarm, told });
})();
