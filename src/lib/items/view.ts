// What the view of an item type is given, and what it may do with it.
import type { Component } from 'svelte';
import type { BaseItem } from './contract.js';

/** `answer`: controls work. `review`: locked, each choice says how it turned out and why. `disabled`: locked, says nothing. */
export type ViewMode = 'answer' | 'review' | 'disabled';

/**
 * Props of every `View.svelte`. A view holds no stored state and never scores: it draws `response` and hands a whole
 * new response to `onrespond` at each change.
 */
export interface ViewProps<I, R> {
	item: I;
	response: R;
	onrespond: (response: R) => void;
	mode: ViewMode;
	/** Id of the element that holds the question, for `aria-labelledby` of the group of controls. */
	labelledby: string;
}

export type AnyView = Component<ViewProps<BaseItem, unknown>>;

/** The concrete view as the rest of Milium sees it; sound for the same reason as `defineItemType`. */
export function eraseView<I extends BaseItem, R>(view: Component<ViewProps<I, R>>): AnyView {
	return view as unknown as AnyView;
}
