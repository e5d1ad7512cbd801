// A host for a build that can be switched off and on at the same address, and to which browsers report what the content security
// policy stops. Engines without a way to watch a page from its start are watched by these reports.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pagePolicies, policyFor } from '../../src/tools/headers.js';
import { handlerOf } from '../../src/tools/serve.js';

const REPORTS = '/csp-reports';
/** Pages of the host itself that show the app in a frame. */
const FRAMING = '/framing/';

export interface Host {
	/** Ends with a slash. */
	readonly url: string;
	/** Address of a page, on the same host, that shows the app in a frame. */
	readonly framing: string;
	/** What the policy has stopped, and requests that change something. */
	readonly faults: string[];
	/** Takes the host down: connections are refused until `up`. */
	down(): Promise<void>;
	up(): Promise<void>;
}

/** Headers by which a host forbids frames. */
const FRAME_HEADERS = /^(content-security-policy|x-frame-options)$/;

/** Serves a build made for `base`. `frames`: without the headers that forbid frames, as hosts do that send none. */
export async function host(dir: string, base: string, { frames = false } = {}): Promise<Host> {
	const faults: string[] = [];
	const handle = handlerOf(dir, base);
	const policies = pagePolicies(dir);
	const policyOf = (path: string) =>
		policyFor(policies, path.includes('.') || policies.has(path) ? path : '/404.html');
	const answer = (request: IncomingMessage, response: ServerResponse): void => {
		const path = request.url ?? '/';
		if (path === REPORTS) {
			void text(request).then((body) => faults.push(`policy: ${reported(body)}`));
			response.writeHead(204).end();
			return;
		}
		if (path === FRAMING) {
			response.writeHead(200, { 'content-type': 'text/html' });
			response.end(`<!doctype html><title>A frame</title><iframe src="${base}/"></iframe>`);
			return;
		}
		if (request.method !== 'GET') faults.push(`${request.method} ${path}`);
		if (frames) withoutFrameHeaders(response);
		else watch(response, policyOf(path.slice(base.length).replace(/\?.*/, '')));
		handle(request, response);
	};
	let port = 0;
	let server: Server | undefined;
	const up = async () => {
		server = await listen(createServer(answer), port);
		({ port } = server.address() as AddressInfo);
	};
	const down = async () => {
		const closing = server;
		server = undefined;
		closing?.closeAllConnections();
		await new Promise<void>((resolve) =>
			closing === undefined ? resolve() : closing.close(() => resolve())
		);
	};
	await up();
	const origin = `http://127.0.0.1:${port}`;
	return { url: `${origin}${base}/`, framing: origin + FRAMING, faults, up, down };
}

/** The browser reports what the policy of the page itself stops too: this header says the same. */
function watch(response: ServerResponse, policy: string): void {
	response.setHeader(
		'content-security-policy-report-only',
		`${policy.replace(/; frame-ancestors 'none'$/, '')}; report-uri ${REPORTS}`
	);
}

function withoutFrameHeaders(response: ServerResponse): void {
	const set = response.setHeader.bind(response);
	response.setHeader = (name, value) => (FRAME_HEADERS.test(name) ? response : set(name, value));
}

function listen(server: Server, port: number): Promise<Server> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

async function text(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const part of request) body += String(part);
	return body;
}

function reported(body: string): string {
	try {
		const { 'csp-report': report } = JSON.parse(body) as {
			'csp-report': Record<string, string>;
		};
		return `${report['document-uri']}: ${report['violated-directive']} ${report['blocked-uri']}`;
	} catch {
		return body.slice(0, 200);
	}
}
