// Runs in the page of a browser that finds nothing by role and name itself. Each function must stand alone: it is sent as its text.
import type { Named } from './driver.js';

/** The first visible element of that role and name. */
export function find({ role, name }: Named): Element | undefined {
	const SELECTORS: Record<Named['role'], string> = {
		alert: '[role=alert]',
		button: 'button, [role=button], summary',
		heading: 'h1, h2, h3, h4',
		link: 'a[href]',
		radio: 'input[type=radio]',
		status: '[role=status]',
		table: 'table'
	};
	const inOneLine = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
	const nameOf = (one: Element): string => {
		const ids = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
		if (ids.length > 0)
			return inOneLine(ids.map((id) => document.getElementById(id)?.textContent).join(' '));
		const label = one.getAttribute('aria-label');
		if (label !== null) return inOneLine(label);
		if (one instanceof HTMLInputElement) return inOneLine(one.labels?.[0]?.textContent);
		if (one instanceof HTMLTableElement) return inOneLine(one.caption?.textContent);
		return inOneLine(one.textContent);
	};
	const fits = (one: Element) => {
		if (role === 'status' || role === 'alert') return inOneLine(one.textContent).includes(name);
		return role === 'heading' ? nameOf(one).startsWith(name) : nameOf(one) === name;
	};
	return [...document.querySelectorAll(SELECTORS[role])].find(
		(one) => one.checkVisibility() && fits(one)
	);
}

/** Chooses an option of a list, as far as the page can tell a hand from this. */
export function choose(list: HTMLSelectElement, option: number): void {
	list.focus();
	list.selectedIndex = option;
	for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Waits for what a function gives and hands it over, or what went wrong. */
export function waitAll(
	work: (argument: unknown) => unknown,
	argument: unknown,
	done: (outcome: { value?: unknown; error?: string }) => void
): void {
	Promise.resolve()
		.then(() => work(argument))
		.then(
			(value) => done({ value: value ?? null }),
			(error: unknown) => done({ error: String(error) })
		);
}
