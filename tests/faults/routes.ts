// Every page of a build, by its address and the heading that it is written with.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILDS } from './ground.js';

export interface Route {
	/** Below the base, with a slash at its end; `''` for home. */
	readonly path: string;
	readonly heading: string;
}

const HEADING = /<h1[^>]*>([\s\S]*?)<\/h1>/;
const plain = (html: string) =>
	html
		.replaceAll(/<!--[\s\S]*?-->|<[^>]+>/g, '')
		.replaceAll('&amp;', '&')
		.replaceAll(/\s+/g, ' ')
		.trim();

/** The pages of a build that have a heading as they are written. */
export function routesOf(dir: string): Route[] {
	return readdirSync(dir, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('index.html'))
		.flatMap((name) => {
			const heading = HEADING.exec(readFileSync(join(dir, name), 'utf8'))?.[1];
			const folder = dirname(name);
			const path = folder === '.' ? '' : `${folder}/`;
			return heading === undefined ? [] : [{ path, heading: plain(heading) }];
		})
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Those of the build at the root. */
export const routes = () => routesOf(BUILDS.root);
