// The rooms of `src/lib`, and what each may know of the others. The one place where this is written down as code;
// CONTRIBUTING.md says it in words.
import { readdirSync } from 'node:fs';

/** @type {Readonly<Record<string, readonly string[]>>} room → rooms it may import, besides itself */
export const MAY_IMPORT = {
	validation: [],
	ui: [],
	items: ['validation', 'ui', 'illustrations'],
	evidence: ['validation'],
	banks: ['validation', 'items', 'evidence', 'illustrations'],
	session: ['validation', 'items', 'banks'],
	progress: ['validation', 'items', 'banks', 'evidence', 'session'],
	schedule: ['validation', 'items', 'banks', 'session', 'progress'],
	illustrations: [],
	modules: ['validation', 'items', 'banks', 'session'],
	cohort: ['validation', 'items', 'banks', 'evidence', 'session', 'progress', 'modules'],
	intake: ['validation', 'ui', 'items', 'banks', 'session', 'modules', 'cohort'],
	backup: ['validation', 'ui', 'items', 'banks', 'session', 'modules', 'cohort', 'intake'],
	charts: ['ui'],
	storage: [
		'validation',
		'ui',
		'items',
		'banks',
		'session',
		'progress',
		'schedule',
		'modules',
		'cohort',
		'backup'
	]
};

export const ROOMS = Object.keys(MAY_IMPORT);

/** Rooms in which plain `.ts` is pure: no Svelte, browser, clock, dice or I/O. */
export const PURE_ROOMS = ROOMS.filter(
	(room) => !['ui', 'charts', 'intake', 'backup', 'storage'].includes(room)
);

/** What plain `.ts` may import where that is less than its room may. @type {Readonly<Record<string, readonly string[]>>} */
export const PLAIN_MAY_IMPORT = { items: ['validation'] };

/** What every component may import besides: `.svelte` shows, and shows with the primitives. */
export const SHOW_WITH = 'ui';

/** Plain files at the rim of a pure room: they hand out components or use the browser's keys, and no pure file may import them. */
export const RIM = [
	'src/lib/items/view.ts',
	'src/lib/items/views.ts',
	'src/lib/items/view-list.ts',
	'src/lib/modules/crypto/keys.ts',
	'src/lib/modules/crypto/key-file.ts',
	'src/lib/modules/crypto/open.ts',
	'src/lib/modules/crypto/seal.ts',
	'src/lib/modules/crypto/sign.ts'
];

/** Packages that one room owns, or a few. @type {Readonly<Record<string, string | readonly string[]>>} */
export const OWNER = {
	dexie: 'storage',
	'chart.js': 'charts',
	'chartjs-chart-matrix': 'charts',
	fflate: ['intake', 'modules'],
	'@noble/hashes': 'modules',
	'@hpke/core': 'modules',
	jose: ['modules', 'backup'],
	qr: 'modules',
	uqr: 'modules'
};

/** Folders of the item types, so that a new one needs no line here. */
const ITEM_TYPES = readdirSync(new URL('../../lib/items', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

/** Names of the item types: nobody but the type's own folder may compare with them. */
export const ITEM_TYPE_ID = new RegExp(`^(?:${ITEM_TYPES.join('|')})$`);
