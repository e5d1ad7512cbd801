// Runs inside the app's page. Answers questions as fast as the page takes them, by what a person sees, and says of each answer
// when the page calls it saved. Plain JavaScript: the browser gets this text as it stands.
(() => {
	const moment = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(undefined);
			port2.postMessage(undefined);
		});
	/** @template T @param {() => T} test @param {string} what @returns {Promise<NonNullable<T>>} */
	const until = async (test, what, withinMs = 200_000) => {
		const end = performance.now() + withinMs;
		for (let turn = 0; ; turn += 1) {
			const value = test();
			if (value) return value;
			if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
			// At first without delay, so that the next step comes at the worst moment.
			if (turn < 200) await moment();
			else await pause(5);
		}
	};
	const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
	/** Resolves with the change of the page that makes it so, without asking meanwhile: the page has its time to itself. @param {() => boolean} test */
	const once = (test) =>
		new Promise((resolve) => {
			const look = () => {
				if (!test()) return;
				observer.disconnect();
				resolve(undefined);
			};
			const observer = new MutationObserver(look);
			const changes = { subtree: true, childList: true, characterData: true, attributes: true };
			observer.observe(document, changes);
			look();
		});
	/** @param {string} name */
	const button = (name) =>
		/** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('main button')]).find(
			(one) => one.textContent?.trim() === name && !one.matches(':disabled')
		);
	const question = () => document.querySelector('main [data-question]');
	const complete = () => question()?.getAttribute('data-complete') === 'true';
	const place = () =>
		Number(
			/^Question (\d+) of/.exec(document.querySelector('main h1')?.textContent ?? '')?.[1] ?? 0
		);
	const session = () => new URLSearchParams(location.search).get('id');

	/** Gives some response; which one depends on `pick`. @param {number} pick */
	async function respond(pick) {
		const scope = await until(question, 'a question');
		/** @type {(selector: string) => any[]} */
		const usable = (selector) =>
			[...scope.querySelectorAll(selector)].filter((one) => !one.matches(':disabled'));
		for (const field of usable('input:not([type=radio], [type=checkbox])')) {
			field.value = '1';
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
		for (const select of usable('select')) {
			select.selectedIndex = 1 + (pick % (select.options.length - 1));
			select.dispatchEvent(new Event('change', { bubbles: true }));
			await moment();
		}
		const keep = button('Keep this order');
		keep?.click();
		const gaps = usable('button[data-place]');
		for (const [at, gap] of gaps.entries()) {
			usable('button[aria-pressed]')[at]?.click();
			await moment();
			gap.click();
			await moment();
		}
		if (gaps.length === 0 && keep === undefined) usable('button[aria-pressed]')[0]?.click();
		const groups = new Set();
		const radios = usable('input[type=radio]');
		for (const [at, radio] of radios.entries()) {
			if (groups.has(radio.name)) continue;
			groups.add(radio.name);
			const group = radios.filter((one) => one.name === radio.name);
			(group[pick % group.length] ?? radios[at]).click();
			await moment();
		}
		for (const box of usable('input[type=checkbox]')) {
			await moment();
			if (complete()) break;
			if (!box.matches(':disabled, :checked')) box.click();
		}
		await until(complete, 'a response that can be checked');
	}

	/** Answers the question on screen, after so long a look at the response. @param {number} pick @param {number} lookMs */
	async function answer(pick, lookMs) {
		const index = place() - 1;
		await respond(pick);
		const check = await until(() => button('Check answer'), 'Check answer');
		if (lookMs > 0) await pause(lookMs);
		const saved = () => document.querySelector('main [data-saving="saved"]') !== null;
		const begun = performance.now();
		check.click();
		await once(() => saved() && button('Check answer') === undefined);
		const ms = performance.now() - begun;
		const id = await until(session, 'the name of the session');
		return { session: id, index, ms };
	}

	/**
	 * Answers up to `most` questions from the one on screen on, one session after the other, and looks so long at each response and
	 * each result.
	 * @param {number} most @param {number} pick @param {(saved: { session: string, index: number, ms: number }) => void} saved
	 * @param {number} [lookMs]
	 */
	async function run(most, pick, saved, lookMs = 0) {
		let done = 0;
		while (done < most) {
			await until(question, 'a question');
			if (button('Check answer') !== undefined) {
				saved(await answer(pick + done, lookMs));
				done += 1;
				if (done >= most) break;
			}
			const next = button('Next question');
			if (next === undefined) break;
			if (lookMs > 0) await pause(lookMs);
			const before = place();
			next.click();
			await until(() => place() !== before, 'the next question');
		}
		return done;
	}

	Reflect.set(globalThis, 'robot', { answer, respond, run, until, button, place, session });
})();
