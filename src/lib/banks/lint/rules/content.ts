// What must stand behind an item, and what may not stand in it.
import { optionLists } from '../read.js';
import type { Flaw, ItemRule } from '../rule.js';
import { words } from '../words.js';

const listed = (found: readonly string[]) => `“${[...new Set(found)].join('”, “')}”`;

const missingMisconception: ItemRule = {
	id: 'missing-misconception',
	title: 'A distractor without a misconception',
	severity: 'warning',
	source:
		'Milium: every distractor is a real mistake, and feedback and the confusion map say which',
	advice: 'Say in `misconception` what somebody who picks it believes, or drop the option.',
	find: (written) =>
		optionLists(written)
			.filter((list) => !list.shared)
			.flatMap(({ options }) =>
				options.flatMap(({ keyed, misconception, path, text }): Flaw[] =>
					keyed || misconception !== undefined
						? []
						: [{ path, says: `“${text}” has no misconception.` }]
				)
			)
};

/** Share of spans from which on highlighting everything pays. */
const MOST = 0.6;
/** With fewer spans than this a share means nothing. */
const FEW = 4;

const mostlyKeyed: ItemRule = {
	id: 'mostly-keyed',
	title: 'Nearly everything is right',
	severity: 'warning',
	source: `LeaRN's warnings: every option of a select-all item is right, or over ${MOST * 100} % of the spans`,
	advice: 'Add options that are wrong, so that choosing all earns little.',
	find({ kind, lists }): Flaw[] {
		if (kind !== 'select-all' && kind !== 'in-place') return [];
		const options = lists.flatMap((list) => list.options);
		const keyed = options.filter((one) => one.keyed).length;
		const all = keyed === options.length;
		const most = kind === 'in-place' && options.length >= FEW && keyed > MOST * options.length;
		return all || most ? [{ path: 'key', says: `${keyed} of ${options.length} are right.` }] : [];
	}
};

const altLeak: ItemRule = {
	id: 'alt-leak',
	title: 'The description of a picture gives the answer away',
	severity: 'error',
	source: 'Milium: whoever listens to the picture must have to think as well',
	advice: 'Describe shape, colour, size and place, and leave the diagnosis to the learner.',
	find({ kind, texts, lists }) {
		const keyed = lists.flatMap((list) =>
			list.options.filter((one) => one.keyed && one.entity !== undefined)
		);
		return texts
			.filter(({ name }) => name === 'alt')
			.flatMap(({ path, text }) => {
				const said = ` ${words(text).join(' ')} `;
				// Places of a picture are named for everybody; a diagnosis is not.
				const names = keyed.flatMap((one) => [
					...(kind === 'in-place' ? [] : [one.text]),
					(one.entity ?? '').replaceAll('-', ' ')
				]);
				const found = names.filter((name) => said.includes(` ${words(name).join(' ')} `));
				return found.length === 0 ? [] : [{ path, says: `It says ${listed(found)}.` }];
			});
	}
};

/** Words that have a better one, and that one. */
const OUTDATED: readonly (readonly [RegExp, string])[] = [
	[/\bMongolian (?:blue )?spots?\b/i, 'congenital dermal melanocytosis'],
	[/\bstrawberry (?:mark|n[ae]+vus)\b/i, 'infantile hemangioma'],
	[/\bsebaceous cysts?\b/i, 'epidermoid cyst'],
	[/\bCaucasians?\b/i, 'light skin'],
	[/\b(?:flesh|nude)[- ]colou?red\b/i, 'skin-colored'],
	[/\bnon-?complian(?:t|ce)\b/i, 'what keeps the patient from it'],
	[/\bmental(?:ly)? retard\w*/i, 'intellectual disability'],
	[/\b(?:burn|acne|eczema) victims?\b/i, 'person with …'],
	[/\bpatient (?:denies|complains)\b/i, 'reports no …, reports'],
	[/\bacne rosacea\b/i, 'rosacea'],
	[/\bacne neonatorum\b/i, 'neonatal acne']
];

const outdatedTerm: ItemRule = {
	id: 'outdated-term',
	title: 'A term that has been replaced',
	severity: 'warning',
	source:
		'NBME item-writing guide: outdated terms and bias; AMA Manual of Style on inclusive language',
	advice: 'Use the present term.',
	find: ({ texts }) =>
		texts.flatMap(({ path, text }) =>
			OUTDATED.flatMap(([pattern, better]): Flaw[] => {
				const found = pattern.exec(text)?.[0];
				return found === undefined ? [] : [{ path, says: `“${found}” is now “${better}”.` }];
			})
		)
};

const ELSEWHERE =
	/\b(?:previous|preceding|last|earlier|first|next) (?:question|item|answer)\b|\b(?:question|item) \d+\b|\byour (?:earlier |previous |last )?answer\b|\bas you (?:chose|answered|said)\b/i;

const citesItem: ItemRule = {
	id: 'cites-item',
	title: 'The item leans on another',
	severity: 'error',
	source: 'NBME item-writing guide: hinged items; questions are drawn in any order',
	advice: 'Let the item stand by itself: say what it needs in the scenario.',
	find: ({ item, lists }) => {
		const read = [
			{ path: 'stem', text: item.stem },
			{ path: 'scenario', text: item.scenario ?? '' },
			...lists.flatMap((list) => list.options)
		];
		return read.flatMap(({ path, text }) => {
			const found = ELSEWHERE.exec(text)?.[0];
			return found === undefined ? [] : [{ path, says: `It says “${found}”.` }];
		});
	}
};

export const CONTENT = [
	missingMisconception,
	mostlyKeyed,
	altLeak,
	outdatedTerm,
	citesItem
] as const satisfies readonly ItemRule[];
