// What is wrong with the page on screen for somebody who sees, hears, points or zooms differently: what axe-core finds, and
// what it does not see.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Rules of axe: all of them, or those that may judge the same page otherwise in other colours or another layout. */
const RULES = {
	all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	colours: ['color-contrast'],
	layout: ['target-size', 'scrollable-region-focusable']
} as const;
export type Rules = keyof typeof RULES;

interface Look {
	readonly name: string;
	readonly rules: Rules;
	readonly media?: Parameters<Page['emulateMedia']>[0];
	readonly width?: number;
}
/** What a page may look like. Other colours leave the markup as it is, so that only colours are judged anew. */
const LOOKS: readonly Look[] = [
	{ name: 'light', rules: 'all' },
	{ name: 'dark', rules: 'colours', media: { colorScheme: 'dark' } },
	{ name: 'forced colours', rules: 'colours', media: { forcedColors: 'active' } },
	{ name: '320 px', rules: 'all', width: 320 }
];

interface AxeResult {
	readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

/** Everything found on a page, each as a line. */
export async function findings(page: Page, rules: Rules = 'all'): Promise<string[]> {
	// Trusted Types and the content security policy keep the page from taking in a script; the protocol may.
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
	const { violations } = await page.evaluate(
		async (runOnly) => {
			const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } };
			return (await axe.run({ runOnly, resultTypes: ['violations'] })) as AxeResult;
		},
		[...RULES[rules]]
	);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	return [
		...violations.map(
			(one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`
		),
		...(await smallTargets(page)),
		...(wide > 0 ? [`page is ${wide} px wider than the window`] : [])
	];
}

/**
 * Everything found on the page on screen in every look, each line with the look before it. The page is not loaded anew for each:
 * its looks differ by style alone.
 */
export async function findingsInEveryLook(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const { name, rules, media, width = 1280 } of LOOKS) {
		await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media });
		await page.setViewportSize({ width, height: 900 });
		await drawn(page);
		found.push(...(await findings(page, rules)).map((one) => `${name}: ${one}`));
	}
	await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
	await page.setViewportSize({ width: 1280, height: 900 });
	return found;
}

/** Charts and tables that follow the width have done so. */
const drawn = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
	);

function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a, button, input, select, summary, label')]
			.filter((one) => {
				const inText =
					one.matches('p a, li a, td a, span a, dd a') &&
					getComputedStyle(one).display === 'inline';
				// A control inside its label has the label as its target.
				const covered = one.matches('label input');
				const { width, height } = one.getBoundingClientRect();
				const hidden = width <= 1 || height <= 1 || getComputedStyle(one).visibility === 'hidden';
				return (
					!inText && !covered && !hidden && !one.matches('.skip') && (width < 24 || height < 24)
				);
			})
			.map((one) => `target under 24 px: ${one.outerHTML.slice(0, 120)}`)
	);
}
