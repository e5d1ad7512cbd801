// Single keys of the session page. They do nothing in text fields, with modifiers, while held down, under an open dialog, or when
// switched off. Enter goes on from a field of one line, as it does in forms.

export type Shortcut =
	| { readonly kind: 'pick'; readonly digit: string }
	| { readonly kind: 'next' }
	| { readonly kind: 'flag' }
	| { readonly kind: 'help' };

const TYPING = 'textarea, select, input:not([type=radio], [type=checkbox])';
/** Where Enter already does something of its own. */
const ACTIVATES = 'a[href], button, summary, select, textarea';

/** The shortcut that a key press means, or undefined. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
	// A held Enter would check the answer and leave its feedback at once.
	if (event.repeat || event.defaultPrevented) return undefined;
	// A click beside a dialog takes the focus out of it, so it is not enough to look where the key was pressed.
	if (document.querySelector('dialog[open]') !== null) return undefined;
	const element = event.target instanceof Element ? event.target : undefined;
	// A dialog that has been closed keeps the focus for one more frame.
	const target = element?.closest('dialog') == null ? element : undefined;
	if (event.key === 'Enter')
		return target?.closest(ACTIVATES) == null ? { kind: 'next' } : undefined;
	if (target?.matches(TYPING) === true) return undefined;
	if (/^[1-9]$/.test(event.key)) return { kind: 'pick', digit: event.key };
	if (event.key === 'f' || event.key === 'F') return { kind: 'flag' };
	if (event.key === '?') return { kind: 'help' };
	return undefined;
}

/** The control that a digit stands for: in the row or group that has the focus, else in the question. */
export function controlFor(question: Element, digit: string): HTMLElement | undefined {
	const selector = `[data-shortcut="${digit}"]`;
	const scope = document.activeElement?.closest('[data-shortcut-scope]');
	// Never beyond the row or group that has the focus: its neighbours use the same digits.
	const within = scope != null && question.contains(scope) ? scope : question;
	const control = within.querySelector(selector);
	return control instanceof HTMLElement && !control.matches(':disabled') ? control : undefined;
}
