// Two chunks for what the first question needs, where there would be thirty: each file costs a phone more than its bytes.
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What a module brings along by static imports, itself included. */
function reach(
	start: string,
	importsOf: (id: string) => readonly string[],
	seen = new Set<string>()
): Set<string> {
	if (seen.has(start)) return seen;
	seen.add(start);
	for (const next of importsOf(start)) reach(next, importsOf, seen);
	return seen;
}

/** `core`: what every page needs. `quiz`: what a question on screen needs beyond that. The rest is split as usual. */
export function chunks(): Plugin {
	return {
		name: 'milium-chunks',
		apply: 'build',
		config({ build }) {
			// Kit builds twice; pages are made from the other one.
			if (build?.ssr) return undefined;
			let groups: { readonly name: string; readonly ids: ReadonlySet<string> }[] | undefined;
			return {
				build: {
					rolldownOptions: {
						output: {
							codeSplitting: {
								groups: [
									{
										name(id, context) {
											const importsOf = (one: string) =>
												context.getModuleInfo(one)?.importedIds ?? [];
											groups ??= [
												{ name: 'core', ids: reach(source('routes/+layout.svelte'), importsOf) },
												{
													name: 'quiz',
													ids: reach(source('routes/session/+page.svelte'), importsOf)
												}
											];
											return groups.find(({ ids }) => ids.has(id))?.name ?? null;
										}
									}
								]
							}
						}
					}
				}
			};
		}
	};
}
