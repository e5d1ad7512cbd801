// Holds the component that draws illustrations once it has been fetched. Most questions have none, so a page comes without it.
import type Illustration from './Illustration.svelte';

let loaded = $state.raw<typeof Illustration | undefined>();

/** Fetches the component, so that `illustration` has it. Rejects when it cannot be fetched. */
export async function loadIllustration(): Promise<void> {
	loaded ??= (await import('./Illustration.svelte')).default;
}

/** The component, or undefined before `loadIllustration` has brought it. */
export function illustration(): typeof Illustration | undefined {
	return loaded;
}
