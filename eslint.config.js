import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import boundaries from './src/tools/lint/boundaries.js';
import svelteConfig from './svelte.config.js';

/** @type {import('eslint').Linter.Config[]} */
export default [
	{ ignores: ['.svelte-kit/', 'build/', 'coverage/', '.milium/', 'node_modules/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			// A schema may be there for its type alone.
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_|Schema$' }
			],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			eqeqeq: ['error', 'always', { null: 'ignore' }]
		}
	},
	{
		// A promise that nobody waits for is an answer that may not be saved.
		files: ['src/**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// State is replaced, not mutated; a Map that only code reads needs no signals.
			'svelte/prefer-svelte-reactivity': 'off',
			// Cannot see through the functions that make our addresses. The end-to-end tests run under a base path instead.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// Runs as it stands, before any build.
		files: ['static/**/*.js'],
		languageOptions: { sourceType: 'script' },
		rules: { 'no-var': 'off' }
	},
	...boundaries
];
