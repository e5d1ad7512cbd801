// What windows tell one another. Anything may arrive: another version of Milium may be open beside this one.

/** What kind of message it is; undefined where it is none of ours. */
export function kindOf(message: unknown): unknown {
	return typeof message === 'object' && message !== null ? Reflect.get(message, 'kind') : undefined;
}

/** The session to which another window has added events. */
export function appendedTo(message: unknown): string | undefined {
	if (kindOf(message) !== 'appended') return undefined;
	const session: unknown = Reflect.get(message as object, 'session');
	return typeof session === 'string' ? session : undefined;
}
