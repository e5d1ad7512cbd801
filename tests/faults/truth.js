// Runs inside the page: what the database really holds, read behind the app's back. Plain JavaScript.
(() => {
	/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
	const asked = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	async function open() {
		const known = await indexedDB.databases();
		if (!known.some((one) => one.name === 'milium')) throw new Error('There is no database');
		return asked(indexedDB.open('milium'));
	}

	/** All rows of all tables. */
	async function dump() {
		const db = await open();
		const names = [...db.objectStoreNames];
		const transaction = db.transaction(names);
		const rows = await Promise.all(
			names.map((name) => asked(transaction.objectStore(name).getAll()))
		);
		const { version } = db;
		db.close();
		return { version, tables: Object.fromEntries(names.map((name, at) => [name, rows[at]])) };
	}

	/** What is there of each session, and whether what is derived agrees with the log. */
	async function truth() {
		/** @type {{ tables: any }} */
		const { tables } = await dump();
		/** @type {{ session: string, answer: any }[]} */
		const answers = tables.events.flatMap((/** @type {any} */ one) =>
			one.kind === 'checked'
				? [{ session: one.session, answer: one.answer }]
				: one.kind === 'finished'
					? one.answers.map((/** @type {any} */ answer) => ({ session: one.session, answer }))
					: []
		);
		/** @type {Record<string, number[]>} */
		const answered = {};
		for (const { session, answer } of answers) (answered[session] ??= []).push(answer.index);
		const torn = [];
		const attempts = new Set(tables.attempts.map((/** @type {any} */ one) => one.id));
		if (attempts.size !== tables.attempts.length) torn.push('attempts twice');
		const lacking = answers.filter(({ answer }) => !attempts.has(answer.id)).length;
		if (lacking > 0) torn.push(`${lacking} answers without their attempt`);
		if (attempts.size !== answers.length)
			torn.push(`${attempts.size} attempts for ${answers.length} answers`);
		const all = tables.rollups.find((/** @type {any} */ one) => one.key === 'all/')?.n ?? 0;
		if (all !== answers.length) torn.push(`the sum is ${all} for ${answers.length} answers`);
		const started = new Set(
			tables.events.flatMap((/** @type {any} */ one) =>
				one.kind === 'started' ? [one.session] : []
			)
		);
		for (const id of started) {
			const row = tables.sessions.find((/** @type {any} */ one) => one.id === id);
			const events = tables.events.filter((/** @type {any} */ one) => one.session === id).length;
			if (row === undefined) torn.push(`session ${id} has no row`);
			else if (row.events !== events) torn.push(`session ${id}: ${row.events} of ${events} events`);
		}
		for (const [id, indexes] of Object.entries(answered))
			if (new Set(indexes).size !== indexes.length) torn.push(`session ${id} has an answer twice`);
		return { answered, torn, answers: answers.length, events: tables.events.length };
	}

	/** Writes rows past the app. @param {string} table @param {unknown[]} rows */
	async function put(table, rows) {
		const db = await open();
		const transaction = db.transaction(table, 'readwrite');
		for (const row of rows) transaction.objectStore(table).put(row);
		await new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve(undefined);
			transaction.onabort = () => reject(transaction.error);
		});
		db.close();
	}

	/** Makes the database of a dump. @param {any} dump */
	const restore = ({ version, stores, rows }) =>
		new Promise((resolve, reject) => {
			const request = indexedDB.open('milium', version * 10);
			request.onupgradeneeded = () => {
				for (const [table, { keyPath, indexes }] of /** @type {[string, any][]} */ (
					Object.entries(stores)
				)) {
					const store = request.result.createObjectStore(table, { keyPath });
					for (const [index, path] of /** @type {[string, any][]} */ (Object.entries(indexes))) {
						if (typeof path === 'string' || Array.isArray(path)) store.createIndex(index, path);
						else store.createIndex(index, path.path, { multiEntry: path.multiEntry });
					}
					for (const row of rows[table] ?? []) store.put(row);
				}
			};
			request.onsuccess = () => {
				request.result.close();
				resolve(undefined);
			};
			request.onerror = () => reject(request.error);
		});

	Reflect.set(globalThis, 'database', { truth, dump, put, restore });
})();
