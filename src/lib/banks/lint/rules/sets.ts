// Options as a set: alike in kind, each said once, in an order.
import { optionLists, singleLists, type WrittenOption } from '../read.js';
import type { Flaw, ItemRule } from '../rule.js';
import { distance, words } from '../words.js';

const NBME = 'NBME item-writing guide';
const quoted = (text: string) => `“${text}”`;
const same = (text: string) => words(text).join(' ');

const duplicateOptions: ItemRule = {
	id: 'duplicate-options',
	title: 'Two options say the same',
	severity: 'error',
	source: 'SAQUET: more than one correct; LeaRN: duplicate labels',
	advice: 'Drop or replace one of them.',
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }, at): Flaw[] =>
				options.slice(0, at).some((one) => same(one.text) === same(text))
					? [{ path, says: `${quoted(text)} stands here twice.` }]
					: []
			)
		)
};

/** Texts nearer than this differ by a slip of the pen. */
const NEAR = 0.1;

const nearOptions: ItemRule = {
	id: 'near-options',
	title: 'Two options are almost the same',
	severity: 'warning',
	source: 'SAQUET: more than one correct; Levenshtein distance under a tenth, numbers aside',
	advice: 'Say what differs first, or replace one of them.',
	find: (written) =>
		singleLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }, at): Flaw[] => {
				const near = options
					.slice(0, at)
					.find((one) => same(one.text) !== same(text) && distance(one.text, text) < NEAR);
				if (near === undefined || /\d/.test(near.text + text)) return [];
				return [
					{ path, says: `${quoted(text)} and ${quoted(near.text)} differ by a few letters.` }
				];
			})
		)
};

const within = (inner: string, outer: string) => ` ${same(outer)} `.includes(` ${same(inner)} `);

const optionInOption: ItemRule = {
	id: 'option-in-option',
	title: 'One option contains another',
	severity: 'warning',
	source: `${NBME}: overlapping options; SAQUET: more than one correct`,
	advice: 'Where the longer one is right the shorter is too; make them exclude each other.',
	find: (written) =>
		singleLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] => {
				const outer = options.find(
					(one) => same(one.text) !== same(text) && within(text, one.text)
				);
				return outer === undefined
					? []
					: [{ path, says: `${quoted(text)} is part of ${quoted(outer.text)}.` }];
			})
		)
};

/** In what form an option is put. */
function formOf(text: string): string {
	if (/^["“]/.test(text)) return 'speech';
	if (/^to /i.test(text)) return '“to …”';
	return /[.!?]$/.test(text) ? 'a sentence' : 'words';
}

const oddForm: ItemRule = {
	id: 'odd-form',
	title: 'The key has another form than the distractors',
	severity: 'warning',
	source: `${NBME}: options should be homogeneous and parallel`,
	advice:
		'Put all options in one form: all sentences, all noun phrases, all beginning with a verb.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors }): Flaw[] => {
			const own = formOf(key.text);
			const forms = new Set(distractors.map((one) => formOf(one.text)));
			if (forms.size !== 1 || forms.has(own)) return [];
			return [
				{ path: key.path, says: `The key is ${own}, and every distractor ${[...forms].join()}.` }
			];
		})
};

const ACTION =
	/^(?:add|advise|apply|arrange|ask|assess|book|call|check|clean|cover|document|encourage|explain|freeze|give|leave|nick|notify|obtain|order|prescribe|prick|reassure|recheck|record|refer|remove|schedule|send|start|stop|take|teach|tell|treat|wash|watch)\b/i;

/** What kind of thing an option is, where this can be told. */
function kindOf({ text, entity }: WrittenOption): string | undefined {
	if (entity !== undefined && words(text).length <= 5) return 'a diagnosis';
	if (ACTION.test(text)) return 'an action';
	return quantityOf(text) === undefined ? undefined : 'a quantity';
}

const oddKind: ItemRule = {
	id: 'mixed-kinds',
	title: 'Options of different kinds',
	severity: 'warning',
	source: `${NBME}: options should be homogeneous; one is a diagnosis, an action or a quantity, and all others are another of these`,
	advice: 'Let all options answer the same question.',
	find: (written) =>
		singleLists(written).flatMap(({ options }): Flaw[] => {
			const kinds = options.map(kindOf);
			return options.flatMap(({ text, path }, at) => {
				const own = kinds[at];
				const others = new Set(kinds.filter((_, index) => index !== at));
				const [rest] = others;
				if (own === undefined || rest === undefined || others.size > 1 || rest === own) return [];
				return [{ path, says: `${quoted(text)} is ${own}; every other option is ${rest}.` }];
			});
		})
};

/** Coefficient of variation of the lengths, from which on options look uneven. */
const UNEVEN = 0.6;

const unevenLengths: ItemRule = {
	id: 'uneven-lengths',
	title: 'Options of very different length',
	severity: 'warning',
	source: `${NBME}: options should be homogeneous; standard deviation over ${UNEVEN} of the mean length`,
	advice: 'Bring the options to about the same length.',
	find: (written) =>
		singleLists(written).flatMap(({ options }): Flaw[] => {
			const lengths = options.map((one) => one.text.length);
			const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
			const spread = Math.sqrt(
				lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / lengths.length
			);
			if (spread <= UNEVEN * mean) return [];
			return [
				{
					path: options[0]?.path ?? '',
					says: `Lengths run from ${Math.min(...lengths)} to ${Math.max(...lengths)} characters.`
				}
			];
		})
};

/** A quantity or a range of one, with its unit. */
interface Quantity {
	readonly from: number;
	readonly to: number;
	readonly unit: string;
	readonly decimals: number;
}

const QUANTITY =
	/^(?:about |roughly |up to )?(\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(%|[a-zµ]+)?\b[^\d]*$/i;

/** The quantity that an option is about; undefined where it is not one. */
function quantityOf(text: string): Quantity | undefined {
	const match = QUANTITY.exec(text.trim());
	if (match === null || words(text).length > 6) return undefined;
	const [, from = '', to = from, unit = ''] = match;
	return {
		from: Number(from),
		to: Number(to),
		unit: unit.toLowerCase().replace(/s$/, ''),
		decimals: (from.split('.')[1] ?? '').length
	};
}

const quantities = (options: readonly WrittenOption[]) =>
	options.flatMap((option) => {
		const quantity = quantityOf(option.text);
		return quantity === undefined ? [] : [{ option, quantity }];
	});

const numberOverlap: ItemRule = {
	id: 'number-overlap',
	title: 'Ranges that overlap',
	severity: 'error',
	source: `${NBME}: inconsistent or overlapping numbers`,
	advice: 'Let each range begin where the one before has ended.',
	find: (written) =>
		singleLists(written).flatMap(({ options }) => {
			const found = quantities(options);
			return found.flatMap(({ option, quantity: one }, at): Flaw[] => {
				const other = found
					.slice(0, at)
					.find(
						({ quantity: two }) =>
							two.unit === one.unit &&
							(one.from < one.to || two.from < two.to) &&
							one.from < two.to &&
							two.from < one.to
					);
				return other === undefined
					? []
					: [
							{
								path: option.path,
								says: `${quoted(option.text)} overlaps with ${quoted(other.option.text)}.`
							}
						];
			});
		})
};

const mixedNumbers: ItemRule = {
	id: 'mixed-numbers',
	title: 'Numbers in different forms',
	severity: 'warning',
	source: `${NBME}: inconsistent numbers; units, decimals, or numbers beside words`,
	advice: 'Give every option the same unit and as many decimals.',
	find: (written) =>
		singleLists(written).flatMap(({ options }): Flaw[] => {
			const found = quantities(options);
			const [first] = found;
			if (first === undefined || found.length < 2) return [];
			const path = first.option.path;
			if (found.length < options.length)
				return [{ path, says: 'Some options are numbers and some are words.' }];
			if (new Set(found.map(({ quantity }) => quantity.unit)).size > 1)
				return [{ path, says: 'The options have different units.' }];
			if (new Set(found.map(({ quantity }) => quantity.decimals)).size > 1)
				return [{ path, says: 'The options have different numbers of decimals.' }];
			return [];
		})
};

const numberOrder: ItemRule = {
	id: 'number-order',
	title: 'Numbers out of order',
	severity: 'warning',
	source: `${NBME}: options in numerical order`,
	advice: 'Write the numbers in rising order.',
	find: (written) =>
		singleLists(written).flatMap(({ options }): Flaw[] => {
			const found = quantities(options).map(({ quantity }) => quantity);
			if (found.length < options.length || new Set(found.map((one) => one.unit)).size > 1)
				return [];
			const steps = found.slice(1).map((one, at) => Math.sign(one.from - (found[at]?.from ?? 0)));
			if (new Set(steps).size === 1) return [];
			return [{ path: options[0]?.path ?? '', says: 'The numbers neither rise nor fall.' }];
		})
};

export const SETS = [
	duplicateOptions,
	nearOptions,
	optionInOption,
	oddForm,
	oddKind,
	unevenLengths,
	numberOverlap,
	mixedNumbers,
	numberOrder
] as const satisfies readonly ItemRule[];
