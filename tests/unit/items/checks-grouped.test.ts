// What a bank may not contain in the types that hold lists of options, or of words, in several parts.
import { option, refuses, type Spoilt } from './refuses';

const CASES: Readonly<Record<string, readonly Spoilt[]>> = {
	'matrix-multiple-response': [
		{
			what: 'one column',
			spoil: (item) => {
				item.columns.splice(1);
				item.key.columns = { milia: ['face'] };
			},
			path: 'columns',
			rule: 'limit.columns',
			expected: /2 to 5/
		},
		{
			what: 'eleven rows',
			spoil: (item) => {
				for (let at = 0; at < 6; at += 1) item.rows.push(option(`x${at}`));
			},
			path: 'rows',
			rule: 'limit.rows'
		},
		{
			what: 'a column id twice',
			spoil: (item) => item.columns.push({ id: 'milia', text: 'Again' }),
			path: 'columns[3].id',
			rule: 'id.unique'
		},
		{
			what: 'a row id twice',
			spoil: (item) => item.rows.push(option('face')),
			path: 'rows[5].id',
			rule: 'id.unique'
		},
		{
			what: 'a column without right rows',
			spoil: (item) => (item.key.columns.acne = []),
			path: 'key.columns.acne',
			rule: 'key.incomplete',
			expected: /NCSBN: each column/
		},
		{
			what: 'a key that leaves a column out',
			spoil: (item) => delete item.key.columns.acne,
			path: 'key.columns.acne',
			rule: 'key.incomplete'
		},
		{
			what: 'a key for no column',
			spoil: (item) => (item.key.columns.syringoma = ['face']),
			path: 'key.columns.syringoma',
			rule: 'key.unknown'
		},
		{
			what: 'a key that names no row',
			spoil: (item) => item.key.columns.milia.push('back'),
			path: 'key.columns.milia[3]',
			rule: 'key.unknown'
		},
		{
			what: 'a key with a row twice',
			spoil: (item) => item.key.columns.milia.push('face'),
			path: 'key.columns.milia[3]',
			rule: 'key.repeated'
		},
		{
			what: 'a floor that is not of the type',
			spoil: (item) => (item.floorScope = 'group'),
			path: 'floorScope',
			rule: 'rule.floor-scope',
			expected: /column, row, item/
		}
	],
	'multiple-response-grouping': [
		{
			what: 'one group',
			spoil: (item) => {
				item.groups.splice(1);
				item.key.groups = { wash: ['water'] };
			},
			path: 'groups',
			rule: 'limit.groups',
			expected: /2 to 5 .*NCSBN/
		},
		{
			what: 'groups of unlike size',
			spoil: (item) => item.groups[1].options.push(option('x')),
			path: 'groups[1].options',
			rule: 'limit.even',
			expected: /^3, as in the first/
		},
		{
			what: 'an option id twice in a group',
			spoil: (item) => (item.groups[0].options[2].id = 'water'),
			path: 'groups[0].options[2].id',
			rule: 'id.unique'
		},
		{
			what: 'a group without right options',
			spoil: (item) => (item.key.groups.products = []),
			path: 'key.groups.products',
			rule: 'key.incomplete'
		},
		{
			what: 'a key that names an option of another group',
			spoil: (item) => item.key.groups.products.push('water'),
			path: 'key.groups.products[1]',
			rule: 'key.unknown'
		}
	],
	'bow-tie': [
		{
			what: 'four actions',
			spoil: (item) => item.actions.pop(),
			path: 'actions',
			rule: 'limit.actions',
			expected: /exactly 5 .*NCSBN/
		},
		{
			what: 'six parameters',
			spoil: (item) => item.parameters.push(option('x')),
			path: 'parameters',
			rule: 'limit.parameters'
		},
		{
			what: 'three conditions',
			spoil: (item) => item.conditions.pop(),
			path: 'conditions',
			rule: 'limit.conditions',
			expected: /exactly 4/
		},
		{
			what: 'one keyed action',
			spoil: (item) => item.key.actions.pop(),
			path: 'key.actions',
			rule: 'limit.right actions',
			expected: /exactly 2/
		},
		{
			what: 'a keyed parameter twice',
			spoil: (item) => (item.key.parameters[1] = 'number'),
			path: 'key.parameters[1]',
			rule: 'key.repeated'
		},
		{
			what: 'a keyed condition that does not exist',
			spoil: (item) => (item.key.condition = 'syringoma'),
			path: 'key.condition',
			rule: 'key.unknown',
			expected: /"milia", "acne"/
		},
		{
			what: 'a condition id twice',
			spoil: (item) => (item.conditions[3].id = 'acne'),
			path: 'conditions[3].id',
			rule: 'id.unique'
		},
		{
			what: 'a key without condition',
			spoil: (item) => delete item.key.condition,
			path: 'key.condition'
		}
	],
	'highlight-text': [
		{
			what: 'eleven spans',
			spoil: (item) => {
				for (let at = 0; at < 6; at += 1) {
					item.spans.push(option(`x${at}`));
					item.passage += ` {{x${at}}}`;
				}
			},
			path: 'spans',
			rule: 'limit.spans',
			expected: /2 to 10/
		},
		{
			what: 'a span without place',
			spoil: (item) => item.spans.push(option('s6')),
			path: 'passage',
			rule: 'blank.placeholder'
		},
		{
			what: 'a place without span',
			spoil: (item) => (item.passage += ' {{s6}}'),
			path: 'passage',
			rule: 'blank.unknown'
		},
		{
			what: 'a span id twice',
			spoil: (item) => item.spans.push(option('s1')),
			path: 'spans[5].id',
			rule: 'id.unique'
		},
		{
			what: 'an empty key',
			spoil: (item) => (item.key.spans = []),
			path: 'key.spans',
			rule: 'key.incomplete'
		},
		{
			what: 'a key that names no span',
			spoil: (item) => item.key.spans.push('s9'),
			path: 'key.spans[3]',
			rule: 'key.unknown'
		},
		{
			what: 'a floor under rows that a text has not',
			spoil: (item) => (item.floorScope = 'row'),
			path: 'floorScope',
			rule: 'rule.floor-scope'
		}
	],
	'highlight-table': [
		{
			what: 'a row with a cell too many',
			spoil: (item) => item.rows[1].cells.push('Third'),
			path: 'rows[1].cells',
			rule: 'table.cells'
		},
		{
			what: 'six columns',
			spoil: (item) => {
				item.header.push('3', '4', '5', '6');
				for (const row of item.rows) row.cells.push('', '', '', '');
			},
			path: 'header',
			rule: 'limit.columns'
		},
		{
			what: 'a row id twice',
			spoil: (item) => (item.rows[1].id = 'history'),
			path: 'rows[1].id',
			rule: 'id.unique'
		},
		{
			what: 'a span in the heading of a row',
			spoil: (item) => {
				item.rows[0].cells[1] = item.rows[0].cells[1].replace('{{s1}}', '');
				item.rows[0].cells[0] = 'History {{s1}}';
			},
			path: 'rows[0].cells[0]',
			rule: 'table.heading'
		},
		{
			what: 'a span that stands in two rows',
			spoil: (item) => (item.rows[1].cells[1] += '{{s1}}'),
			path: 'rows',
			rule: 'blank.placeholder'
		},
		{
			what: 'a key with a span twice',
			spoil: (item) => item.key.spans.push('s1'),
			path: 'key.spans[3]',
			rule: 'key.repeated'
		}
	]
};

refuses(CASES);
