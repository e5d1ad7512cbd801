// Runs inside the page that is measured, before the page's own scripts. It finds controls by what a person sees of them,
// so the same code serves the floor and Milium. Plain JavaScript: the browser gets this text as it stands.
(() => {
	const CONFIDENCE = 'How sure are you?';
	const RESPONSES =
		'input[type=radio], input[type=checkbox], select, button[aria-pressed], input[inputmode]';
	const OUTCOME = /^(?:Correct|Partly correct|Incorrect)\b/;

	/** @type {{ click?: string }} */
	const plan = Reflect.get(globalThis, 'benchPlan') ?? {};
	/** @param {{ kind: 'clicked' | 'answerable', ms: number }} report */
	const send = (report) => {
		const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
		const at = performance.timeOrigin + report.ms;
		Reflect.get(globalThis, 'benchReport')?.(JSON.stringify({ ...report, at, painted }));
	};
	/** @returns {Promise<void>} after what is pending now has run, frames excepted */
	const settled = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(undefined);
		});
	/** @param {() => unknown} test */
	const until = async (test, withinMs = 20_000) => {
		const end = performance.now() + withinMs;
		while (!test()) {
			if (performance.now() > end) throw new Error(`The bench waited in vain: ${test}`);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	};

	/**
	 * @template {Element} T
	 * @param {string} selector
	 * @param {ParentNode} scope
	 * @returns {T[]} those that are shown, can be used, and belong to the question
	 */
	const controls = (selector, scope) =>
		/** @type {T[]} */ ([...scope.querySelectorAll(selector)]).filter(
			(one) =>
				!one.matches(':disabled') &&
				one.getClientRects().length > 0 &&
				one.closest('fieldset')?.querySelector('legend')?.textContent?.trim() !== CONFIDENCE
		);
	/** Controls with which the question on screen can be answered, those that are in use already excepted. */
	const answers = () =>
		/** @type {HTMLElement[]} */ (
			controls(`main [role$=group][aria-labelledby] :is(${RESPONSES})`, document)
		).filter((one) => !one.matches(':checked, [aria-pressed=true]'));
	/** @param {string} name @returns {HTMLElement | undefined} */
	const named = (name) =>
		/** @type {HTMLElement[]} */ (controls('button, a[href]', document)).find(
			(one) => one.textContent?.trim() === name
		);
	const feedback = () =>
		[...document.querySelectorAll('main [role=status]')].find((one) =>
			OUTCOME.test(one.textContent?.trim() ?? '')
		);
	const saved = () => {
		const state = document.querySelector('[data-saving]');
		return state === null || state.getAttribute('data-saving') === 'saved';
	};

	/**
	 * Uses a control and says whether the page took it: a page that is only drawn checks the button and does no more, one that
	 * works changes what stands around it as well. Looks before any other task can run.
	 * @param {HTMLElement} control
	 */
	async function takes(control) {
		const option = control.matches('[type=radio], [type=checkbox]');
		const around = option ? control.closest('label')?.parentElement : control.closest('main');
		let changed = false;
		const watch = new MutationObserver(() => {
			changed = true;
		});
		watch.observe(around ?? document.body, { attributes: true, childList: true, subtree: true });
		if (control instanceof HTMLSelectElement) pick(control, 1);
		else if (control.matches('[inputmode]')) give(control, '1', 'input');
		else control.click();
		for (let turn = 0; turn < 12 && !changed; turn += 1) await Promise.resolve();
		watch.disconnect();
		return changed;
	}

	/** Tries at every frame the controls that an earlier frame has shown, until the page takes one. */
	function watchForAnswerable() {
		/** @type {WeakSet<Element>} */
		const shown = new WeakSet();
		let tries = 0;
		const frame = async () => {
			const ready = answers().filter((one) => shown.has(one));
			const control = ready[tries % Math.max(1, ready.length)];
			if (control !== undefined) {
				tries += 1;
				if (await takes(control)) {
					send({ kind: 'answerable', ms: performance.now() });
					return;
				}
			}
			for (const one of answers()) shown.add(one);
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}

	/** Clicks a link in the frame after the one that showed it, as the quickest person would. @param {string} name */
	function clickWhenPainted(name) {
		let shown = false;
		const frame = () => {
			const link = named(name);
			if (link !== undefined && shown) {
				send({ kind: 'clicked', ms: performance.now() });
				link.click();
				return;
			}
			shown = link !== undefined;
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}

	/** @param {HTMLElement} element @param {string} value @param {string} event */
	function give(element, value, event) {
		/** @type {HTMLInputElement} */ (element).value = value;
		element.dispatchEvent(new Event(event, { bubbles: true }));
	}

	/** Picks an entry of a list. @param {HTMLSelectElement} select @param {number} n the first entry is 0 */
	function pick(select, n) {
		give(select, select.options[n]?.value ?? '', 'change');
	}

	/**
	 * Gives a complete response, right or wrong, whatever the item type.
	 * @param {number} n varies which options are taken
	 */
	async function choose(n) {
		const scope = document.querySelector('main [role=group][aria-labelledby]') ?? document.body;
		/** @param {HTMLElement} element */
		const click = async (element) => {
			element.click();
			await settled();
		};
		for (const select of /** @type {HTMLSelectElement[]} */ (controls('select', scope))) {
			// Places of steps in an order have no empty entry.
			if (select.options[0]?.value !== '') continue;
			pick(select, 1 + (n % (select.options.length - 1)));
			await settled();
		}
		const keep = named('Keep this order');
		if (keep !== undefined) await click(keep);
		const boxes = /** @type {HTMLInputElement[]} */ (controls('input', scope));
		const groups = Map.groupBy(boxes, (one) => `${one.type} ${one.name}`);
		for (const group of groups.values()) await fill(group, n, click);
		const tokens = /** @type {HTMLElement[]} */ (controls('[data-place=""] button', scope));
		const places = controls('button[data-place]', scope).map((one) =>
			one.getAttribute('data-place')
		);
		for (const [index, place] of places.entries()) {
			const token = tokens[(n + index) % tokens.length];
			// One that is in hand already, from trying whether the page is alive, would be put down by another click.
			const inHand = token?.getAttribute('aria-pressed') === 'true';
			if (token !== undefined && !inHand) await click(token);
			const target = scope.querySelector(`button[data-place="${place}"]`);
			if (target instanceof HTMLElement) await click(target);
		}
		const spans = /** @type {HTMLElement[]} */ (controls('button[aria-pressed]', scope));
		const words = spans.filter((one) => one.closest('[data-place]') === null);
		for (const span of words.slice(0, 2)) await click(span);
	}

	/**
	 * @param {HTMLInputElement[]} group inputs of one name
	 * @param {number} n
	 * @param {(element: HTMLElement) => Promise<void>} click
	 */
	async function fill(group, n, click) {
		const first = group[n % group.length];
		if (first === undefined) return;
		if (first.type === 'radio') return click(first);
		if (first.type !== 'checkbox') return give(first, String(1 + n), 'input');
		const list = first.closest('[role=group]');
		const wanted = /\bof (\d+) chosen/.exec(
			list?.querySelector('[role=status]')?.textContent ?? ''
		);
		const inTable = first.closest('tr') !== null;
		const count = inTable ? group.length : wanted === null ? 2 : Number(wanted[1]);
		for (const box of group.slice(0, count)) if (!box.checked) await click(box);
	}

	/** @type {Promise<{ ms: number, savedMs: number, inView: boolean }> | undefined} */
	let answer;
	/** Waits for a trusted click and times it: from the event's own time until the frame with the result has been painted. */
	function arm() {
		answer = new Promise((resolve) => {
			/** @param {MouseEvent} event */
			const started = (event) => {
				if (!event.isTrusted) return;
				removeEventListener('click', started, true);
				/** @type {{ ms: number, inView: boolean } | undefined} */
				let shown;
				const frame = () => {
					const result = feedback();
					if (result !== undefined && shown === undefined) {
						const { top, bottom } = result.getBoundingClientRect();
						const inView = top < innerHeight && bottom > 0;
						shown = { ms: Number.NaN, inView };
						void settled().then(() => {
							shown = { ms: performance.now() - event.timeStamp, inView };
						});
					}
					if (shown !== undefined && !Number.isNaN(shown.ms) && saved()) {
						resolve({ ...shown, savedMs: performance.now() - event.timeStamp });
					} else requestAnimationFrame(frame);
				};
				requestAnimationFrame(frame);
			};
			addEventListener('click', started, true);
		});
	}

	/** Answers `count` questions as fast as the page lets it, one quiz after the other. @param {number} count */
	async function answerMany(count) {
		for (let n = 0; n < count; n += 1) {
			await until(() => named('Next question') ?? named('Finish') ?? answers().length > 0);
			if (feedback() !== undefined) {
				const onward = named('Next question') ?? named('Finish');
				const last = onward?.textContent?.trim() === 'Finish';
				onward?.click();
				if (last) {
					await until(() => named('Start quiz'));
					named('Start quiz')?.click();
				}
			}
			await until(() => feedback() === undefined && answers().length > 0);
			await choose(n);
			await until(() => named('Check answer'));
			named('Check answer')?.click();
			await until(feedback);
		}
		await until(saved);
	}

	Object.assign(globalThis, {
		bench: { choose, arm, result: () => answer, answerMany, isSaved: saved, until }
	});
	if (plan.click !== undefined && location.pathname === '/') clickWhenPainted(plan.click);
	watchForAnswerable();
})();
