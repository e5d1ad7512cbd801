// What becomes of a response before it is checked: how it stands in the state, and as what it goes into the log.
import type { EventBody } from './events.js';
import { NO_DRAFT, type Draft, type SessionState } from './state.js';

/** The state with `draft` as that of the question on screen. */
export function withDraft(state: SessionState, draft: Draft): SessionState {
	return { ...state, drafts: new Map(state.drafts).set(state.current, draft) };
}

/** A draft with `spentMs` more time on it. */
export function longer(draft: Draft | undefined, spentMs: number): Draft {
	const before = draft ?? NO_DRAFT;
	return { ...before, activeMs: before.activeMs + spentMs };
}

/** The event that stores a draft, without its envelope. */
export function respondedWith(index: number, draft: Draft | undefined): EventBody {
	const { response, confidence, activeMs } = draft ?? NO_DRAFT;
	return {
		kind: 'responded',
		index,
		response,
		activeMs,
		...(confidence !== undefined && { confidence })
	};
}

/**
 * What is stored (`folded`) in the eyes of a tab that shows `own`: the question on screen, and the draft of index `unsaved`, which is
 * in no event yet, are the tab's own.
 */
export function keepOwn(
	own: SessionState,
	folded: SessionState,
	unsaved: number | undefined
): SessionState {
	const drafts = new Map([...own.drafts, ...folded.drafts]);
	const draft = unsaved === undefined ? undefined : own.drafts.get(unsaved);
	if (unsaved !== undefined && draft !== undefined) drafts.set(unsaved, draft);
	return { ...folded, current: own.current, drafts };
}
