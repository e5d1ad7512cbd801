// What a bank may not contain: each case spoils the fixture of a type in one way and names the one fault that must come.
import { option, options, refuses, type Json, type Spoilt } from './refuses';

const CASES: Readonly<Record<string, readonly Spoilt[]>> = {
	'multiple-response-sata': [
		{
			what: 'four options',
			spoil: (item) => item.options.splice(4),
			path: 'options',
			rule: 'limit.options',
			expected: /5 to 10 .*NCSBN/
		},
		{
			what: 'eleven options',
			spoil: (item) => item.options.push(...options(5)),
			path: 'options',
			rule: 'limit.options'
		},
		{
			what: 'an option id twice',
			spoil: (item) => item.options.push(option('a')),
			path: 'options[6].id',
			rule: 'id.unique'
		},
		{
			what: 'a key that names no option',
			spoil: (item) => item.key.choices.push('z'),
			path: 'key.choices[3]',
			rule: 'key.unknown'
		},
		{
			what: 'a key with an option twice',
			spoil: (item) => item.key.choices.push('a'),
			path: 'key.choices[3]',
			rule: 'key.repeated'
		},
		{
			what: 'an empty key',
			spoil: (item) => (item.key.choices = []),
			path: 'key.choices',
			rule: 'key.incomplete'
		},
		{
			what: 'an option without rationale',
			spoil: (item) => delete item.options[0].rationale,
			path: 'options[0].rationale'
		},
		{ what: 'a field that is not part of the type', spoil: (item) => (item.n = 3), path: 'n' },
		{
			what: 'a rule that is not of the type',
			spoil: (item) => (item.rule = 'rationale'),
			path: 'rule',
			rule: 'rule.type'
		},
		{
			what: 'a floor that is not of the type',
			spoil: (item) => (item.floorScope = 'row'),
			path: 'floorScope',
			rule: 'rule.floor-scope'
		}
	],
	'multiple-response-n': [
		{
			what: 'n unlike the key',
			spoil: (item) => (item.n = 2),
			path: 'key.choices',
			rule: 'limit.right options',
			expected: /exactly 2/
		},
		{ what: 'n of 0', spoil: (item) => (item.n = 0), path: 'n', rule: 'limit.n' },
		{
			what: 'n as many as there are options',
			spoil: (item) => (item.n = 6),
			path: 'n',
			rule: 'limit.n'
		},
		{ what: 'n that is not whole', spoil: (item) => (item.n = 2.5), path: 'n' },
		{
			what: 'four options',
			spoil: (item) => (item.options = item.options.filter((one: Json) => !'df'.includes(one.id))),
			path: 'options',
			rule: 'limit.options',
			expected: /5 to 10 .*NCSBN/
		},
		{
			what: 'a key that names no option',
			spoil: (item) => (item.key.choices[2] = 'z'),
			path: 'key.choices[2]',
			rule: 'key.unknown'
		},
		{
			what: 'a key with an option twice',
			spoil: (item) => (item.key.choices[2] = 'a'),
			path: 'key.choices[2]',
			rule: 'key.repeated'
		}
	],
	'matrix-multiple-choice': [
		{
			what: 'one column',
			spoil: (item) => {
				item.columns = [item.columns[0]];
				item.key.rows = { r1: 'milia', r2: 'milia', r3: 'milia', r4: 'milia' };
			},
			path: 'columns',
			rule: 'limit.columns',
			expected: /2 to 3 .*NCSBN/
		},
		{
			what: 'four columns',
			spoil: (item) => item.columns.push({ id: 'neither', text: 'Neither' }),
			path: 'columns',
			rule: 'limit.columns'
		},
		{
			what: 'three rows',
			spoil: (item) => {
				item.rows.pop();
				delete item.key.rows.r4;
			},
			path: 'rows',
			rule: 'limit.rows',
			expected: /4 to 10/
		},
		{
			what: 'a column id twice',
			spoil: (item) => {
				item.columns[2].id = 'acne';
				item.key.rows.r3 = 'acne';
			},
			path: 'columns[2].id',
			rule: 'id.unique'
		},
		{
			what: 'a row id twice',
			spoil: (item) => {
				item.rows[3].id = 'r1';
				delete item.key.rows.r4;
			},
			path: 'rows[3].id',
			rule: 'id.unique'
		},
		{
			what: 'a row without key',
			spoil: (item) => delete item.key.rows.r2,
			path: 'key.rows.r2',
			rule: 'key.incomplete'
		},
		{
			what: 'a key for no row',
			spoil: (item) => (item.key.rows.r9 = 'milia'),
			path: 'key.rows.r9',
			rule: 'key.unknown'
		},
		{
			what: 'a key that names no column',
			spoil: (item) => (item.key.rows.r1 = 'other'),
			path: 'key.rows.r1',
			rule: 'key.unknown'
		},
		{
			what: 'a rationale on a column',
			spoil: (item) => (item.columns[0].rationale = 'Because'),
			path: 'columns[0].rationale'
		}
	],
	'drop-down-cloze': [
		{
			what: 'no drop-down',
			spoil: (item) => {
				item.text = 'Plain.';
				item.blanks = [];
				item.key.blanks = {};
			},
			path: 'blanks',
			rule: 'limit.drop-downs',
			expected: /1 to 5 .*NCSBN/
		},
		{
			what: 'two options',
			spoil: (item) => item.blanks[0].options.pop(),
			path: 'blanks[0].options',
			rule: 'limit.options',
			expected: /3 to 5/
		},
		{
			what: 'an option id twice',
			spoil: (item) => (item.blanks[1].options[2].id = 'o1'),
			path: 'blanks[1].options[2].id',
			rule: 'id.unique'
		},
		{
			what: 'a blank id twice',
			spoil: (item) => item.blanks.push(structuredClone(item.blanks[0])),
			path: 'blanks[2].id',
			rule: 'id.unique'
		},
		{
			what: 'a blank without placeholder',
			spoil: (item) => (item.text = 'It lies {{b2}}.'),
			path: 'text',
			rule: 'blank.placeholder'
		},
		{
			what: 'a placeholder twice',
			spoil: (item) => (item.text += ' {{b1}}'),
			path: 'text',
			rule: 'blank.placeholder'
		},
		{
			what: 'a placeholder without blank',
			spoil: (item) => (item.text += ' {{b3}}'),
			path: 'text',
			rule: 'blank.unknown'
		},
		{
			what: 'a placeholder that is not closed',
			spoil: (item) => (item.text += ' {{b1'),
			path: 'text',
			rule: 'blank.malformed'
		},
		{
			what: 'a placeholder with a space',
			spoil: (item) => (item.text += ' {{ b1 }}'),
			path: 'text',
			rule: 'blank.malformed'
		},
		{
			what: 'a blank without key',
			spoil: (item) => delete item.key.blanks.b2,
			path: 'key.blanks.b2',
			rule: 'key.incomplete'
		},
		{
			what: 'a key for no blank',
			spoil: (item) => (item.key.blanks.b3 = 'o1'),
			path: 'key.blanks.b3',
			rule: 'key.unknown'
		},
		{
			what: 'a key that names no option of its blank',
			spoil: (item) => (item.key.blanks.b1 = 'o9'),
			path: 'key.blanks.b1',
			rule: 'key.unknown'
		}
	],
	'ordered-response': [
		{
			what: 'three steps',
			spoil: (item) => {
				item.options.pop();
				item.key.order.splice(1, 1);
			},
			path: 'options',
			rule: 'limit.steps',
			expected: /4 to 6/
		},
		{
			what: 'seven steps',
			spoil: (item) => {
				item.options.push(...options(3));
				item.key.order.push('x0', 'x1', 'x2');
			},
			path: 'options',
			rule: 'limit.steps'
		},
		{
			what: 'a key that leaves a step out',
			spoil: (item) => item.key.order.pop(),
			path: 'key.order',
			rule: 'key.incomplete',
			expected: /also a$/
		},
		{
			what: 'a key with a step twice',
			spoil: (item) => item.key.order.push('a'),
			path: 'key.order[4]',
			rule: 'key.repeated'
		},
		{
			what: 'a key that names no step',
			spoil: (item) => item.key.order.push('z'),
			path: 'key.order[4]',
			rule: 'key.unknown'
		},
		{
			what: 'a rule that is not of the type',
			spoil: (item) => (item.rule = '+/-'),
			path: 'rule',
			rule: 'rule.type'
		}
	]
};

refuses(CASES);
