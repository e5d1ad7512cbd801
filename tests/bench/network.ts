// What came over the wire until a moment.
import type { Site } from './server.js';
import type { Tab } from './browser.js';

export interface Fetched {
	/** Path and query. */
	readonly url: string;
	/** Milliseconds since 1970. */
	readonly startedAt: number;
	/** NaN while it is under way. */
	finishedAt: number;
	/** Compressed, with its headers. */
	bytes: number;
	/** Who asked: `parser`, `script`, `preload`, `other`. */
	readonly by: string;
}

/** Writes down every request of the page from now on. Those of the service worker are not among them. */
export async function recordRequests({ cdp }: Tab): Promise<readonly Fetched[]> {
	const list: Fetched[] = [];
	const open = new Map<string, { fetched: Fetched; toWall: number }>();
	cdp.on('Network.requestWillBeSent', ({ requestId, request, wallTime, timestamp, initiator }) => {
		if (!/^https?:/.test(request.url)) return;
		const { pathname, search } = new URL(request.url);
		const fetched: Fetched = {
			url: pathname + search,
			startedAt: wallTime * 1000,
			finishedAt: Number.NaN,
			bytes: 0,
			by: initiator.type
		};
		list.push(fetched);
		open.set(requestId, { fetched, toWall: wallTime - timestamp });
	});
	cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
		const one = open.get(requestId);
		if (one === undefined) return;
		one.fetched.finishedAt = (timestamp + one.toWall) * 1000;
		one.fetched.bytes = encodedDataLength;
	});
	return list;
}

export const KINDS = ['JS', 'CSS', 'HTML', 'image', 'data', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** The kind of a file, by its name. */
export function kindOf(url: string): Kind {
	const path = url.replace(/\?.*$/, '');
	if (/\.(?:js|mjs)$/.test(path)) return 'JS';
	if (path.endsWith('.css')) return 'CSS';
	if (path.endsWith('/') || path.endsWith('.html')) return 'HTML';
	if (/\.(?:svg|png|jpe?g|webp|avif|ico)$/.test(path)) return 'image';
	if (/\.(?:json|webmanifest|txt)$/.test(path)) return 'data';
	return 'other';
}

export interface Payload {
	readonly requests: number;
	/** kB (1000 bytes) over the wire, by kind. */
	readonly kB: Readonly<Record<Kind, number>>;
	/** kB of JavaScript as gzip would send it, whatever was sent. */
	readonly gzipJs: number;
	/** The scripts, largest first. */
	readonly scripts: readonly { readonly url: string; readonly gzip: number }[];
}

/** What had arrived by `at`. */
export function payloadUntil(list: readonly Fetched[], at: number, site: Site): Payload {
	const arrived = list.filter((one) => one.finishedAt <= at);
	const kB = Object.fromEntries(
		KINDS.map((kind) => [
			kind,
			arrived.reduce((sum, one) => sum + (kindOf(one.url) === kind ? one.bytes : 0), 0) / 1000
		])
	) as Record<Kind, number>;
	const names = new Set(arrived.filter((one) => kindOf(one.url) === 'JS').map((one) => one.url));
	const scripts = [...names]
		.map((url) => ({ url, gzip: (site.get(url)?.gzip?.length ?? 0) / 1000 }))
		.sort((a, b) => b.gzip - a.gzip);
	return {
		requests: arrived.length,
		kB,
		gzipJs: scripts.reduce((sum, one) => sum + one.gzip, 0),
		scripts
	};
}
