import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { findChromium } from './src/tools/chromium.js';
import { questions } from './src/tools/questions-plugin.ts';

const lib = fileURLToPath(new URL('./src/lib', import.meta.url));
const resolve = { alias: { $lib: lib } };

export default defineConfig({
	test: {
		expect: { requireAssertions: true },
		projects: [
			{
				plugins: [questions()],
				resolve,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
					setupFiles: ['tests/unit/setup.ts'],
					testTimeout: 60_000,
					expect: { requireAssertions: true }
				}
			},
			{
				plugins: [questions(), svelte()],
				resolve: { ...resolve, conditions: ['browser'] },
				test: {
					name: 'component',
					include: ['tests/component/**/*.svelte.test.ts'],
					setupFiles: ['tests/component/setup.ts'],
					testTimeout: 30_000,
					expect: { requireAssertions: true, poll: { timeout: 10_000 } },
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: {
								executablePath: findChromium() ?? '',
								args: ['--no-sandbox', '--disable-quic', '--disable-background-networking']
							}
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			},
			{
				resolve,
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/e2e/global-setup.ts'],
					testTimeout: 240_000,
					hookTimeout: 240_000,
					// Two at a time: journeys mostly wait for a browser.
					maxWorkers: 2,
					// A busy machine draws late; what never comes still fails.
					expect: { requireAssertions: true, poll: { timeout: 20_000 } }
				}
			},
			{
				resolve,
				test: {
					name: 'engines',
					environment: 'node',
					include: ['tests/engines/**/*.test.ts'],
					globalSetup: ['tests/e2e/global-setup.ts'],
					// They only end a hang: on a busy machine a journey takes minutes.
					testTimeout: 600_000,
					hookTimeout: 600_000,
					maxWorkers: 3,
					expect: { requireAssertions: true }
				}
			}
		]
	}
});
