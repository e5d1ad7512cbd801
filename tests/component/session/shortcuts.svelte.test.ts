import { afterEach, describe, expect, it } from 'vitest';
import { controlFor, shortcutOf, type Shortcut } from '../../../src/routes/session/shortcuts';

const NOT_HERE = undefined;
const NEXT: Shortcut = { kind: 'next' };
const FLAG: Shortcut = { kind: 'flag' };
const pick = (digit: string): Shortcut => ({ kind: 'pick', digit });

const MEANINGS: readonly (readonly [string, Shortcut])[] = [
	...[...'123456789'].map((digit) => [digit, pick(digit)] as const),
	['Enter', NEXT],
	['f', FLAG],
	['F', FLAG],
	['?', { kind: 'help' }]
];

function page(html: string): void {
	document.body.innerHTML = html;
}
function find(selector: string): HTMLElement {
	const found = document.querySelector<HTMLElement>(selector);
	if (found === null) throw new Error(`Nothing is ${selector}`);
	return found;
}

/** What a key means where it was pressed, as the window hears it. */
function press(key: string, selector = 'body', init: KeyboardEventInit = {}): Shortcut | undefined {
	let heard: Shortcut | undefined;
	const listen = (event: KeyboardEvent) => {
		heard = shortcutOf(event);
	};
	window.addEventListener('keydown', listen);
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
	find(selector).dispatchEvent(event);
	window.removeEventListener('keydown', listen);
	return heard;
}

afterEach(() => {
	page('');
});

describe('a key', () => {
	it.each(MEANINGS)('%s means what the list of keys says', (key, shortcut) => {
		expect(press(key)).toEqual(shortcut);
	});

	it.each(['0', '10', 'g', 'Escape', ' ', 'Tab', 'ArrowDown', 'Dead', 'Process'])(
		'%j means nothing',
		(key) => {
			expect(press(key)).toBeUndefined();
		}
	);

	it.each(['1', 'Enter', 'f', '?'])('%s means nothing with a modifier', (key) => {
		for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
			expect(press(key, 'body', { [modifier]: true })).toBeUndefined();
		}
		expect(press(key, 'body', { shiftKey: true })).toBeDefined();
	});

	it.each(['1', 'Enter', 'f', '?'])('%s means nothing while it is held or composed', (key) => {
		expect(press(key, 'body', { repeat: true })).toBeUndefined();
		expect(press(key, 'body', { isComposing: true })).toBeUndefined();
	});

	it('means nothing once something else has used it', () => {
		page('<div tabindex="0"></div>');
		find('div').addEventListener('keydown', (event) => event.preventDefault());
		expect(press('1', 'div')).toBeUndefined();
	});
});

describe('where the focus is', () => {
	it('is past once its dialog has been closed', () => {
		page('<dialog><button>Close</button></dialog>');
		expect(press('Enter', 'button')).toEqual(NEXT);
	});

	it.each([
		['<input type="radio">', NEXT, FLAG],
		['<input type="checkbox">', NEXT, FLAG],
		['<div tabindex="-1"></div>', NEXT, FLAG],
		['<h1 tabindex="-1"></h1>', NEXT, FLAG],
		['<input type="text">', NEXT, NOT_HERE],
		['<input type="number">', NEXT, NOT_HERE],
		['<input>', NEXT, NOT_HERE],
		['<textarea></textarea>', NOT_HERE, NOT_HERE],
		['<select></select>', NOT_HERE, NOT_HERE],
		['<button></button>', NOT_HERE, FLAG],
		['<a href="#a">a</a>', NOT_HERE, FLAG],
		['<summary></summary>', NOT_HERE, FLAG]
	])('in %s Enter and F keep their own meaning', (html, enter, flag) => {
		page(html);
		const focused = 'body > *';
		expect(press('Enter', focused)).toEqual(enter);
		expect(press('F', focused)).toEqual(flag);
		expect(press('3', focused)).toEqual(flag === undefined ? undefined : pick('3'));
		expect(press('?', focused)).toEqual(flag === undefined ? undefined : { kind: 'help' });
	});

	it("inside a button Enter is the button's", () => {
		page('<button><span>Check</span></button>');
		expect(press('Enter', 'span')).toBeUndefined();
	});

	it('keys mean nothing while a dialog is open, even with the focus beside it', () => {
		page('<dialog><p>Keys</p></dialog><main></main>');
		const dialog = find('dialog') as HTMLDialogElement;
		expect(press('f', 'main')).toEqual(FLAG);
		dialog.showModal();
		for (const key of ['1', 'Enter', 'f', '?']) {
			for (const place of ['dialog p', 'main', 'body']) expect(press(key, place)).toBeUndefined();
		}
		dialog.close();
		expect(press('f', 'main')).toEqual(FLAG);
	});
});

describe('the control that a digit stands for', () => {
	const control = (digit: string) => controlFor(find('#question'), digit)?.id;
	const GROUPS = `
		<input id="outside" data-shortcut="1">
		<div data-shortcut-scope><input id="elsewhere" data-shortcut="1"></div>
		<div id="question">
			<div data-shortcut-scope><input id="a1" data-shortcut="1"><input id="a2" data-shortcut="2"></div>
			<div data-shortcut-scope><input id="b1" data-shortcut="1"><input id="b9"></div>
			<input id="own" data-shortcut="3"><input id="off" data-shortcut="4" disabled>
		</div>`;

	it('is the first in the question where no row or group has the focus', () => {
		page(GROUPS);
		expect(['1', '2', '3'].map(control)).toEqual(['a1', 'a2', 'own']);
	});

	it('is that of the row or group that has the focus, and of no other', () => {
		page(GROUPS);
		find('#b9').focus();
		expect(control('1')).toBe('b1');
		// The first group has a second option; the learner is not there.
		expect(control('2')).toBeUndefined();
	});

	it('is none outside the question', () => {
		page(GROUPS);
		find('#elsewhere').focus();
		expect(control('1')).toBe('a1');
	});

	it('is none where there is no such digit or it is disabled', () => {
		page(GROUPS);
		expect(['4', '5'].map(control)).toEqual([undefined, undefined]);
		page('<div id="question"><fieldset disabled><input id="c" data-shortcut="1"></fieldset></div>');
		expect(control('1')).toBeUndefined();
	});
});
