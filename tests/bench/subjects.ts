// What is measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/tools/setup.js';
import { withTab, type Profile, type Tab } from './browser.js';
import type { Certificate } from './certificate.js';
import { serve, type Host, type Site } from './server.js';

/** A page under measurement. */
export interface Subject {
	readonly name: string;
	readonly site: Site;
	readonly path: string;
	/** Words of the link on it that leads to the question, where there is one. */
	readonly click?: string;
}

export interface Bench {
	readonly certificate: Certificate | undefined;
	/** One question on one prerendered page. */
	readonly floor: Subject;
	/** A new quiz: the address that **Start quiz** leads to. */
	readonly milium: Subject;
	/** Rounds asked for; undefined: as many as the scenario takes by itself. */
	readonly rounds: number | undefined;
}

/** Runs with a subject in a fresh browser, served by a server of its own. */
export function withSubject<T>(
	{ certificate }: Bench,
	{ site, click }: Subject,
	profile: Profile,
	use: (tab: Tab, host: Host) => Promise<T>
): Promise<T> {
	return withTab({ profile, certificate, click }, async (tab) => {
		const host = await serve(site, certificate);
		try {
			return await use(tab, host);
		} finally {
			await host.close();
		}
	});
}

/** Opens a subject and waits until its first question can be answered. One option is chosen by then. */
export async function open(tab: Tab, host: Host, subject: Subject) {
	const [answerable, clicked] = await Promise.all([
		tab.next('answerable'),
		subject.click === undefined ? undefined : tab.next('clicked'),
		tab.page.goto(host.url + subject.path, { waitUntil: 'commit' })
	]);
	return { answerable, clicked };
}

/** Waits until what has been done is stored; a page that stores nothing is done at once. */
export function untilSaved({ page }: Tab): Promise<unknown> {
	return page.evaluate('bench.until(bench.isSaved)');
}

/** A library that the first question must do without, and words by which its code is known. */
interface Library {
	readonly name: string;
	readonly mark: string;
	/** File of the package that holds the mark, so that a version without it does not pass unseen. */
	readonly file: string;
}

const LIBRARIES: readonly Library[] = [
	{ name: 'Chart.js', mark: '$chartjs', file: 'chart.js/dist/chart.js' },
	{ name: 'Dexie', mark: 'storagemutated', file: 'dexie/dist/dexie.mjs' }
];

/** The libraries whose code is in these scripts. */
export function librariesIn(site: Site, scripts: readonly string[]): string[] {
	return LIBRARIES.filter(({ name, mark, file }) => {
		if (!readFileSync(join(ROOT, 'node_modules', file), 'utf8').includes(mark)) {
			throw new Error(`${name} no longer holds "${mark}": find another mark of its code.`);
		}
		return scripts.some((url) => site.get(url)?.raw.includes(mark) === true);
	}).map(({ name }) => name);
}
