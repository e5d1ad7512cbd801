// Types of the modules that `questions-plugin.ts` and `gallery-plugin.ts` make.
declare module 'virtual:milium/topics' {
	const topics: readonly import('../lib/evidence/ledger.js').Topic[];
	export default topics;
}
declare module 'virtual:milium/evidence' {
	const citations: Readonly<Record<string, import('../lib/evidence/citations.js').Citation>>;
	export default citations;
}
declare module 'virtual:milium/coverage' {
	const page: import('../lib/banks/coverage-page.js').CoveragePage;
	export default page;
}
declare module 'virtual:milium/starter' {
	const starter: import('../lib/banks/catalogue.js').StarterItem;
	export default starter;
}
declare module 'virtual:milium/catalogue' {
	export const banks: readonly import('../lib/banks/catalogue.js').BankBrief[];
	export const load: Readonly<
		Record<string, () => Promise<import('../lib/banks/catalogue.js').CompiledBank>>
	>;
}
declare module 'virtual:milium/entities' {
	export const entities: readonly import('../lib/evidence/learn.js').Named[];
	export const load: Readonly<
		Record<string, () => Promise<import('../lib/evidence/learn.js').EntityPage>>
	>;
}
declare module 'virtual:milium/learn/differential' {
	const differential: import('../lib/evidence/learn.js').Differential;
	export default differential;
}
declare module 'virtual:milium/learn/disagreements' {
	const page: import('../lib/evidence/learn.js').Shown<
		readonly import('../lib/evidence/learn.js').Disagreement[]
	>;
	export default page;
}
declare module 'virtual:milium/learn/advice' {
	const page: import('../lib/evidence/learn.js').Shown<
		import('../lib/evidence/learn.js').AdvicePage
	>;
	export default page;
}
declare module 'virtual:milium/learn/glossary' {
	const page: import('../lib/evidence/learn.js').Shown<
		readonly import('../lib/evidence/learn.js').ShownTerm[]
	>;
	export default page;
}
declare module 'virtual:milium/learn/deciders' {
	const deciders: import('../lib/evidence/learn.js').Deciders;
	export default deciders;
}
declare module 'virtual:milium-gallery' {
	/** An item of the gallery: its file's name, and the item with that name for its hash. */
	export interface GalleryItem {
		readonly name: string;
		readonly item: import('../lib/banks/catalogue.js').HashedItem;
	}
	const items: readonly GalleryItem[];
	export default items;
}
