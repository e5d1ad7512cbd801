// From a draft to a module that is signed and kept. Fetched when one is shared.
import { version } from '$app/environment';
import type { HashedItem } from '$lib/banks/catalogue';
import type { ModuleDraft } from '$lib/modules/draft';
import { itemsIn, moduleId } from '$lib/modules/format';
import { shownItem, shownSections } from '$lib/modules/keyless';
import { makeContent } from '$lib/modules/make';
import type { App } from '../../app.svelte.js';
import { bankBriefs, candidatesOf, itemsOf } from '../../library.js';
import { educatorKey, newEducatorKey, sign, wireOf } from '../sealing.js';
import { holdFreshKey } from '../key/fresh.js';
import { sectionsOf } from './questions.js';

export type MadeOutcome =
	| { readonly kind: 'made'; readonly id: string }
	/** There is no key yet, and no name to make one for. */
	| { readonly kind: 'nameless' }
	| { readonly kind: 'obstacles'; readonly obstacles: readonly string[] };

const NOBODY = { name: 'x', sign: 'A'.repeat(44), seal: 'A'.repeat(44) };

/** Makes a module of a draft, which is a draft no longer. `name`: the educator's, for a key that is made now. */
export async function make(app: App, draft: ModuleDraft, name: string): Promise<MadeOutcome> {
	const storage = await app.storage();
	const briefs = await bankBriefs(storage);
	const versions = new Map(briefs.map((bank) => [bank.id, bank.version]));
	const making = { app: version, now: app.now(), versions };
	const sections = sectionsOf(draft, candidatesOf(briefs));
	// First without a key: nobody is asked for a name only to be sent back.
	const tried = makeContent(draft, { ...making, sections, educator: NOBODY });
	if (!tried.ok) return { kind: 'obstacles', obstacles: tried.obstacles };
	let key = await educatorKey(app);
	if (key === undefined) {
		if (name.trim() === '') return { kind: 'nameless' };
		const fresh = await newEducatorKey(app, name);
		if (!fresh.ok) return { kind: 'obstacles', obstacles: [inWords(fresh.problem)] };
		holdFreshKey(fresh.value);
		({ key } = fresh.value);
	}
	const items = await itemsOf(itemsIn(tried.content), storage);
	const there = items.filter((one): one is HashedItem => one !== undefined);
	if (there.length < items.length)
		return { kind: 'obstacles', obstacles: ['A question could not be fetched. Try again online.'] };
	const shown = tried.content.keyless === true ? there.map(shownItem) : undefined;
	const educator = { name: key.name, sign: key.sign, seal: key.seal };
	const made = makeContent(draft, {
		...making,
		sections: shown === undefined ? sections : shownSections(sections, shown),
		educator
	});
	if (!made.ok) return { kind: 'obstacles', obstacles: made.obstacles };
	const module = await sign(made.content, key);
	const id = moduleId(made.content);
	const file = (await wireOf(app, module)) === undefined;
	const row = {
		...{ id, at: app.now(), module, items: there, file, draft },
		...(shown !== undefined && { shown })
	};
	const saved = await storage.shelf('madeModules').put(row);
	if (!saved.ok) return { kind: 'obstacles', obstacles: [inWords(saved.problem)] };
	await storage.shelf('moduleDrafts').remove(draft.id);
	return { kind: 'made', id };
}

const inWords = (problem: {
	readonly happened: string;
	readonly safe: string;
	readonly next: string;
}) => `${problem.happened} ${problem.safe} ${problem.next}`;
