// Holds the component that draws illustrations once it has been fetched. Most questions have none, so a page comes without it.
import { later } from '$lib/ui/later.svelte';

const component = later(async () => (await import('./Illustration.svelte')).default);

/** Fetches the component, so that `illustration` has it. Rejects when it cannot be fetched. */
export const loadIllustration = () => component.load();

/** The component, or undefined before `loadIllustration` has brought it. */
export const illustration = () => component.now;
