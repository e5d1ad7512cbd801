// The room rules as ESLint configuration. `tests/architecture/boundaries.test.ts` plants violations and checks the verdicts.
// Flat configuration has a trap: a later block replaces an earlier setting of the same rule. So `no-restricted-syntax`
// is set in exactly one block for each kind of file.
import { askTheType, rooms } from './room-rules.js';
import { PURE_ROOMS, RIM } from './rooms.js';

const BROWSER = [
	'window',
	'self',
	'globalThis',
	'document',
	'navigator',
	'location',
	'history',
	'localStorage',
	'sessionStorage',
	'indexedDB',
	'caches',
	'crypto',
	'performance',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'Worker',
	'BroadcastChannel',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'requestAnimationFrame',
	'requestIdleCallback',
	'queueMicrotask',
	'alert',
	'confirm',
	'prompt',
	'matchMedia',
	'process',
	'Buffer',
	'require'
].map((name) => ({
	name,
	message: 'Pure code does no I/O: hand in what it needs as an argument.'
}));

const IMPURE_PROPERTIES = [
	{ object: 'Math', property: 'random', message: 'Take a seeded Rng as an argument.' },
	{ object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
	{ object: 'crypto', property: 'randomUUID', message: 'Take an id source as an argument.' }
];

const IMPURE_SYNTAX = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Take `now` as an argument.'
	},
	{ selector: "CallExpression[callee.name='Date']", message: 'Take `now` as an argument.' },
	{
		selector: 'ImportExpression',
		message:
			'Pure code is loaded as a whole; what is loaded late belongs into a page or a rim file.'
	}
];

const WITHIN =
	":matches(CallExpression[callee.property.name='transaction'], CallExpression[callee.name='transaction'])";
const FOREIGN = [
	["CallExpression[callee.name='fetch']", 'fetch'],
	['ImportExpression', 'import()'],
	["MemberExpression[property.name='subtle']", 'crypto.subtle'],
	["MemberExpression[object.name='navigator'][property.name='locks']", 'navigator.locks'],
	["CallExpression[callee.name='setTimeout']", 'setTimeout'],
	["CallExpression[callee.property.name='setTimeout']", 'setTimeout']
];

/** Waiting for anything but the database within a transaction commits the half that is done. */
const TRANSACTION_SYNTAX = FOREIGN.map(([what, name]) => ({
	selector: `${WITHIN} > :function ${what}`,
	message: `No ${name} within a transaction: it commits what has been written so far. Do it before the transaction begins.`
}));

/** @type {import('eslint').Linter.Config[]} */
export default [
	{
		name: 'milium/rooms',
		files: ['src/**/*.{ts,js,svelte}'],
		plugins: { milium: { rules: { rooms, 'ask-the-type': askTheType } } },
		rules: { 'milium/rooms': 'error', 'milium/ask-the-type': 'error' }
	},
	{
		name: 'milium/pure',
		files: PURE_ROOMS.map((room) => `src/lib/${room}/**/*.ts`),
		ignores: ['**/*.svelte.ts', ...RIM],
		rules: {
			'no-restricted-globals': ['error', ...BROWSER],
			'no-restricted-properties': ['error', ...IMPURE_PROPERTIES],
			'no-restricted-syntax': ['error', ...IMPURE_SYNTAX]
		}
	},
	{
		name: 'milium/transactions',
		files: ['src/lib/storage/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', ...TRANSACTION_SYNTAX] }
	}
];
