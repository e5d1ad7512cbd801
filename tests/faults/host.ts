// A host that changes its release, lies, fails, and goes away.
import { createServer } from 'node:http';
import { serve } from '../../src/tools/serve.js';

export interface Answer {
	readonly status: number;
	readonly type?: string;
	readonly body: string;
	readonly headers?: Readonly<Record<string, string>>;
}

export interface Host {
	/** Address of the app, with a slash at its end. */
	readonly url: string;
	/** Index of the release that is served. */
	release: number;
	/** Answers in place of the release; undefined: it is served as it is. */
	wrong: ((path: string) => Answer | 'drop' | 'half' | undefined) | undefined;
	/** Paths that were asked for. */
	readonly asked: string[];
	/** Goes away: nobody answers at this address any more. */
	kill(): Promise<void>;
	close(): Promise<void>;
}

/** Serves builds, one at a time, under one address. */
export async function startHost(dirs: readonly string[], base = ''): Promise<Host> {
	const servers = await Promise.all(dirs.map((dir) => serve({ dir })));
	const server = createServer((req, res) => {
		const path = req.url ?? '/';
		host.asked.push(path);
		const wrong = host.wrong?.(path);
		if (wrong === 'drop') {
			res.destroy();
			return;
		}
		if (wrong !== undefined && wrong !== 'half') {
			const { status, type = 'text/html', body, headers } = wrong;
			res.writeHead(status, { 'content-type': type, ...headers }).end(body);
			return;
		}
		const { port } = servers[host.release] ?? { port: 0 };
		fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })
			.then(async (answer) => {
				const body = Buffer.from(await answer.arrayBuffer());
				const headers = Object.fromEntries(answer.headers);
				delete headers['content-encoding'];
				delete headers['content-length'];
				delete headers['transfer-encoding'];
				res.writeHead(answer.status, { ...headers, 'content-length': body.length });
				if (wrong === 'half') {
					res.write(body.subarray(0, Math.floor(body.length / 2)));
					setTimeout(() => res.destroy(), 20);
				} else res.end(body);
			})
			.catch(() => res.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	const host: Host = {
		url: `http://127.0.0.1:${port}${base}/`,
		release: 0,
		wrong: undefined,
		asked: [],
		kill: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
		close: async () => {
			if (server.listening) await host.kill();
			await Promise.all(servers.map((one) => one.close()));
		}
	};
	return host;
}
