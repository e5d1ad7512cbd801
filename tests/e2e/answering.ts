// Answers any item with its key, by clicks or by keys, knowing nothing of its type: each keyed choice is looked for among
// the controls on screen by the name that a learner hears.
import type { Locator, Page } from 'playwright-core';
import type { BaseItem, Choice } from '../../src/lib/items/contract.js';
import { itemTypeOf } from '../../src/lib/items/registry.js';
import { plainText } from '../../src/lib/ui/rich-text/plain.js';

/** One control and what to do with it. */
type Step =
	| { readonly kind: 'press'; readonly control: Locator }
	| { readonly kind: 'pick'; readonly control: Locator }
	| { readonly kind: 'choose'; readonly control: Locator; readonly option: string }
	| { readonly kind: 'write'; readonly control: Locator; readonly text: string };

/** Ways to work a control: by clicks, or by keys. */
export interface Hand {
	/** A button. */
	press(control: Locator): Promise<void>;
	/** A radio button or a checkbox. */
	pick(control: Locator): Promise<void>;
	/** An entry of a native list. */
	choose(control: Locator, option: string): Promise<void>;
	write(control: Locator, text: string): Promise<void>;
}

/** Gives the response that the key asks for to the question in `scope`. */
export async function answerByKey(scope: Locator, item: BaseItem, hand: Hand): Promise<void> {
	const type = itemTypeOf(item);
	for (const choice of type.choices(item, type.key(item)).filter(({ keyed }) => keyed)) {
		for (const step of await stepsFor(scope, choice)) {
			if (step.kind === 'choose') await hand.choose(step.control, step.option);
			else if (step.kind === 'write') await hand.write(step.control, step.text);
			else await hand[step.kind](step.control);
		}
	}
}

async function stepsFor(scope: Locator, choice: Choice): Promise<Step[]> {
	const text = plainText(choice.text);
	const part = choice.partText === undefined ? undefined : plainText(choice.partText);
	const [position] = /\d+$/.exec(part ?? '') ?? [];
	const ways: Step[][] = [
		part === undefined
			? []
			: [{ kind: 'choose', control: named(scope, 'combobox', part), option: text }],
		...pickable(scope, text, part).map((control): Step[] => [{ kind: 'pick', control }]),
		position === undefined
			? []
			: [
					{
						kind: 'choose',
						control: named(scope, 'combobox', `Position of ${text}`),
						option: position
					}
				],
		pressed(scope, text, part),
		// Words to highlight stand alone, though they may belong to a row.
		pressed(scope, text, undefined),
		[{ kind: 'write', control: scope.getByRole('textbox'), text: choice.option }]
	];
	const there = await Promise.all(
		ways.map(async (way) => {
			const counts = await Promise.all(way.map(({ control }) => control.count()));
			return way.length > 0 && counts.every((count) => count === 1);
		})
	);
	const way = ways[there.indexOf(true)];
	if (way === undefined) throw new Error(`No control for "${part ?? ''}" "${text}"`);
	return way;
}

const named = (scope: Locator, role: 'combobox' | 'radio' | 'checkbox' | 'button', name: string) =>
	scope.getByRole(role, { name, exact: true });

/** Where a radio button or a checkbox may be: in a group named for the part, in its row and column, or by itself. */
function pickable(scope: Locator, text: string, part: string | undefined): Locator[] {
	const kinds = ['radio', 'checkbox'] as const;
	if (part === undefined) return kinds.map((kind) => named(scope, kind, text));
	const start = new RegExp(`^${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(:|$)`);
	return kinds.flatMap((kind) => [
		named(scope, kind, `${part} ${text}`),
		named(scope, kind, `${text} ${part}`),
		named(scope.getByRole('group', { name: start }), kind, text),
		named(scope.getByRole('radiogroup', { name: start }), kind, text)
	]);
}

/** A toggle button, and where it has a part the place to put it on. */
function pressed(scope: Locator, text: string, part: string | undefined): Step[] {
	const toggle = scope
		.getByRole('button', { name: text, exact: true })
		.and(scope.locator('[aria-pressed]'));
	const press = { kind: 'press', control: toggle } as const;
	if (part === undefined) return [press];
	const place = scope.locator('[data-place]').and(scope.getByRole('button', { name: `${part}:` }));
	return [press, { kind: 'press', control: place }];
}

/** Clicks alone, but for what has to be written. */
export const clicks: Hand = {
	press: (control) => control.click(),
	pick: (control) => control.click(),
	async choose(control, option) {
		await control.click();
		await control.selectOption({ label: option });
	},
	async write(control, text) {
		await control.click();
		await control.page().keyboard.type(text);
	}
};

const MOST_PRESSES = 120;

/** Tab, arrows, Space, Enter and what has to be written; no pointer and no focus by script. */
export const keys: Hand = {
	async press(control) {
		await tabTo(control);
		await control.page().keyboard.press('Enter');
	},
	async pick(control) {
		const radio = (await control.getAttribute('type')) === 'radio';
		await tabTo(control, radio);
		const { keyboard } = control.page();
		for (let presses = 0; presses < MOST_PRESSES && !(await hasFocus(control)); presses += 1) {
			await keyboard.press('ArrowDown');
		}
		if (!(await control.isChecked())) await keyboard.press('Space');
	},
	async choose(control, option) {
		await tabTo(control);
		const { keyboard } = control.page();
		const shown = () =>
			control.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text);
		for (const key of ['ArrowDown', 'ArrowUp']) {
			for (let presses = 0; presses < 12 && (await shown())?.trim() !== option; presses += 1) {
				await keyboard.press(key);
			}
		}
	},
	async write(control, text) {
		await tabTo(control);
		await control.page().keyboard.type(text);
	}
};

const hasFocus = (control: Locator) => control.evaluate((one) => one === document.activeElement);

/** Presses Tab, or Shift and Tab where the control lies behind, until it has the focus; a group of radio buttons counts as one. */
export async function tabTo(control: Locator, group = false): Promise<void> {
	const page: Page = control.page();
	for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
		const where = await control.evaluate((one, asGroup) => {
			const now = document.activeElement;
			const name = (element: Element | null) => element?.getAttribute('name');
			if (one === now || (asGroup && name(now) != null && name(now) === name(one))) return 'here';
			const before =
				now !== null &&
				now !== document.body &&
				(now.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
			return before ? 'before' : 'after';
		}, group);
		if (where === 'here') return;
		await page.keyboard.press(where === 'before' ? 'Shift+Tab' : 'Tab');
	}
	throw new Error(
		`Tab never reached ${await control.evaluate((one) => one.outerHTML.slice(0, 120))}`
	);
}
