// What a bank may not contain in the types whose answers have a place: in a table, a sentence, a picture, on a scale.
import { option, options, refuses, type Spoilt } from './refuses';

const CASES: Readonly<Record<string, readonly Spoilt[]>> = {
	'drop-down-table': [
		{
			what: 'two options',
			spoil: (item) => item.blanks[1].options.pop(),
			path: 'blanks[1].options',
			rule: 'limit.options',
			expected: /3 to 5/
		},
		{
			what: 'a blank without place',
			spoil: (item) => (item.rows[0].cells[2] = 'expected'),
			path: 'rows',
			rule: 'blank.placeholder'
		},
		{
			what: 'a place without blank',
			spoil: (item) => (item.rows[0].cells[1] += ' {{b9}}'),
			path: 'rows',
			rule: 'blank.unknown'
		},
		{
			what: 'a row with a cell too many',
			spoil: (item) => item.rows[2].cells.push('Fifth'),
			path: 'rows[2].cells',
			rule: 'table.cells',
			expected: /^3 cells/
		},
		{
			what: 'no drop-down',
			spoil: (item) => {
				for (const row of item.rows) row.cells[2] = 'expected';
				item.blanks = [];
				item.key.blanks = {};
			},
			path: 'blanks',
			rule: 'limit.drop-downs'
		},
		{
			what: 'a blank without key',
			spoil: (item) => delete item.key.blanks.b3,
			path: 'key.blanks.b3',
			rule: 'key.incomplete'
		}
	],
	'drop-down-rationale': [
		{
			what: 'an anchor that is no blank',
			spoil: (item) => (item.anchor = 'third'),
			path: 'anchor',
			rule: 'anchor.unknown',
			expected: /cause, first, second/
		},
		{ what: 'no anchor', spoil: (item) => delete item.anchor, path: 'anchor' },
		{
			what: 'one blank',
			spoil: (item) => {
				item.text = 'The client has {{cause}}.';
				item.blanks.splice(1);
				item.key.blanks = { cause: 'mep' };
			},
			path: 'blanks',
			rule: 'limit.blanks',
			expected: /2 to 3 .*NCSBN/
		},
		{
			what: 'two sentences',
			spoil: (item) => (item.text = item.text.replace(', as shown', '. This is shown')),
			path: 'text',
			rule: 'limit.sentences',
			expected: /^one sentence .*NCSBN/
		},
		{
			what: 'two paragraphs',
			spoil: (item) => (item.text = item.text.replace(', as', ',\n\nas')),
			path: 'text',
			rule: 'limit.sentences'
		},
		{
			what: 'six options',
			spoil: (item) => item.blanks[0].options.push(...options(3)),
			path: 'blanks[0].options',
			rule: 'limit.options',
			expected: /3 to 5 .*NCSBN/
		},
		{
			what: 'one effect keyed for both places of one list',
			spoil: (item) => (item.key.blanks.second = 'plaque'),
			path: 'key.blanks.second',
			rule: 'key.repeated'
		},
		{
			what: 'a floor, which the rationale rule has not',
			spoil: (item) => (item.floorScope = 'item'),
			path: 'floorScope',
			rule: 'rule.floor-scope',
			expected: /no floorScope/
		}
	],
	'drag-and-drop-cloze': [
		{
			what: 'eleven tokens',
			spoil: (item) => item.tokens.push(...options(5)),
			path: 'tokens',
			rule: 'limit.tokens',
			expected: /4 to 10 .*NCSBN/
		},
		{
			what: 'a token id twice',
			spoil: (item) => item.tokens.push(option('bohn')),
			path: 'tokens[6].id',
			rule: 'id.unique'
		},
		{
			what: 'a target without place',
			spoil: (item) => (item.text = item.text.replace('{{t4}}', 'nothing')),
			path: 'text',
			rule: 'blank.placeholder'
		},
		{
			what: 'a token keyed for two targets',
			spoil: (item) => (item.key.blanks.t3 = 'bohn'),
			path: 'key.blanks.t3',
			rule: 'key.repeated'
		},
		{
			what: 'a target without key',
			spoil: (item) => delete item.key.blanks.t1,
			path: 'key.blanks.t1',
			rule: 'key.incomplete'
		},
		{
			what: 'a key that names no token',
			spoil: (item) => (item.key.blanks.t1 = 'pearls'),
			path: 'key.blanks.t1',
			rule: 'key.unknown'
		}
	],
	'drag-and-drop-rationale': [
		{
			what: 'four targets',
			spoil: (item) => {
				item.targets.push({ id: 'third', label: 'third reason' });
				item.text = item.text.replace('.', ' and {{third}}.');
				item.key.blanks.third = 'sun';
			},
			path: 'targets',
			rule: 'limit.targets'
		},
		{
			what: 'an anchor that is no target',
			spoil: (item) => (item.anchor = 'secondary'),
			path: 'anchor',
			rule: 'anchor.unknown'
		},
		{
			what: 'a token keyed for two targets',
			spoil: (item) => (item.key.blanks.second = 'burn'),
			path: 'key.blanks.second',
			rule: 'key.repeated'
		}
	],
	'hot-spot': [
		{
			what: 'neither picture nor figure',
			spoil: (item) => delete item.figure,
			path: '',
			rule: 'picture.missing'
		},
		{
			what: 'a region outside the picture',
			spoil: (item) => (item.regions[1].shape.x = 10),
			path: 'regions[1].shape',
			rule: 'region.outside'
		},
		{
			what: 'a region too small for a finger',
			spoil: (item) => (item.regions[1].shape.r = 15),
			path: 'regions[1].shape',
			rule: 'region.small',
			expected: /at least 35.6 .*24 px/
		},
		{
			what: 'a polygon of two points',
			spoil: (item) => item.regions[0].shape.points.splice(2),
			path: 'regions[0].shape.points'
		},
		{
			what: 'a shape of no kind',
			spoil: (item) => (item.regions[0].shape.kind = 'star'),
			path: 'regions[0].shape.kind'
		},
		{
			what: 'a colour that the palette has not',
			spoil: (item) => (item.figure[0].fill = '#ff0000'),
			path: 'figure[0].fill'
		},
		{
			what: 'ten regions',
			spoil: (item) => {
				const { shape } = item.regions[1];
				for (let at = 0; at < 6; at += 1) {
					item.regions.push({ id: `x${at}`, label: 'More', rationale: 'Because', shape });
				}
			},
			path: 'regions',
			rule: 'limit.regions',
			expected: /2 to 9/
		},
		{
			what: 'an empty key',
			spoil: (item) => (item.key.regions = []),
			path: 'key.regions',
			rule: 'key.incomplete'
		},
		{
			what: 'another number to choose than is keyed',
			spoil: (item) => (item.choose = 2),
			path: 'choose',
			rule: 'limit.choose'
		},
		{
			what: 'every region keyed',
			spoil: (item) => (item.key.regions = ['midline', 'crest', 'side', 'lip']),
			path: 'key.regions',
			rule: 'limit.choose'
		},
		{
			what: 'a key that names no region',
			spoil: (item) => (item.key.regions = ['tongue']),
			path: 'key.regions[0]',
			rule: 'key.unknown'
		}
	],
	numeric: [
		{
			what: 'a mistake that is the key',
			spoil: (item) => (item.errors[0].value = 12),
			path: 'errors[0].value',
			rule: 'error.distinct'
		},
		{
			what: 'a mistake within the tolerance of another',
			spoil: (item) => (item.tolerance = 1.5),
			path: 'errors[2].value',
			rule: 'error.distinct'
		},
		{
			what: 'a mistake that says not what is believed',
			spoil: (item) => delete item.errors[0].misconception,
			path: 'errors[0].misconception'
		},
		{ what: 'a negative tolerance', spoil: (item) => (item.tolerance = -1), path: 'tolerance' },
		{ what: 'a key that is a text', spoil: (item) => (item.key.value = '12'), path: 'key.value' }
	]
};

refuses(CASES);
