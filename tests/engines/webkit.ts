// WebKitGTK by WebDriver, which is a handful of requests: no library is needed for them. The profile is gone with the session.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { requireBrowsers } from '../../src/tools/browsers.js';
import { KEEP_NAMES, PATIENCE_MS, until, type Driver, type Named } from './driver.js';
import { choose, find, waitAll } from './in-page.js';

/** The key under which WebDriver hands elements out (WebDriver, section 12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type ElementReference = Record<typeof ELEMENT, string>;

/** A WebKitGTK with a fresh profile and one page, on a display that nobody sees. */
export async function startWebKit(): Promise<Driver> {
	const browsers = requireBrowsers('webkit');
	const { number, process: screen } = await startDisplay(browsers.display);
	const port = await freePort();
	const driver = spawn(browsers.webkitDriver, [`--port=${port}`, '--host=127.0.0.1'], {
		stdio: 'ignore',
		env: {
			...process.env,
			DISPLAY: `:${number}`,
			NO_AT_BRIDGE: '1',
			LIBGL_ALWAYS_SOFTWARE: '1',
			GDK_BACKEND: 'x11'
		}
	});
	const stop = () => {
		driver.kill();
		screen.kill();
	};
	try {
		return await openSession(`http://127.0.0.1:${port}`, browsers.webkit, stop);
	} catch (error) {
		stop();
		throw error;
	}
}

async function openSession(server: string, binary: string, stop: () => void): Promise<Driver> {
	const { sessionId, capabilities } = await until('WebKitWebDriver', () =>
		send<{ sessionId: string; capabilities: { browserVersion: string } }>(
			'POST',
			`${server}/session`,
			{
				capabilities: {
					alwaysMatch: {
						browserName: 'MiniBrowser',
						timeouts: { script: PATIENCE_MS, pageLoad: PATIENCE_MS },
						'webkitgtk:browserOptions': { binary, args: ['--automation'] }
					}
				}
			}
		)
	);
	const session = `${server}/session/${sessionId}`;
	await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 1000 });
	return driverOf(session, capabilities.browserVersion, stop);
}

function driverOf(session: string, version: string, stop: () => void): Driver {
	const post = <T>(path: string, body: object) => send<T>('POST', `${session}/${path}`, body);
	const script = <T>(source: string, args: unknown[]) =>
		post<T>('execute/sync', { script: KEEP_NAMES + source, args });
	const elementOf = async (work: (argument: never) => Element | undefined, argument: unknown) => {
		const found = await script<ElementReference | null>(
			`return (${work.toString()})(arguments[0]) ?? null;`,
			[argument]
		);
		return found?.[ELEMENT];
	};
	const named = (what: Named) => until(`${what.role} “${what.name}”`, () => elementOf(find, what));
	const nth = (selector: string, at: number) =>
		until(selector, () =>
			elementOf(
				([css, index]: [string, number]) => document.querySelectorAll(css)[index],
				[selector, at]
			)
		);
	// Its own scrolling leaves what lies far down out of reach. It clicks where the element was when it looked: where the page has
	// grown since, the click goes elsewhere, so the element is asked whether it came. A page that has changed with it cannot say.
	const click = async (id: string) => {
		await script(
			`arguments[0].scrollIntoView({ block: "center", behavior: "instant" });
			globalThis.clickCame = false;
			arguments[0].addEventListener("click", () => (globalThis.clickCame = true), { capture: true, once: true });`,
			[{ [ELEMENT]: id }]
		);
		await post(`element/${id}/click`, {});
		if ((await script('return globalThis.clickCame ?? null;', [])) === false) {
			throw new Error('The click went past the element');
		}
	};
	/** Firm ground: what was found may be drawn anew before it is clicked. */
	const clicked = (what: string, look: () => Promise<string>) =>
		until(`a click on ${what}`, async () => {
			await click(await look());
			return true;
		});
	return {
		engine: 'WebKitGTK',
		version,
		foreign: [],
		goto: async (url) => void (await post('url', { url })),
		reload: async () => void (await post('refresh', {})),
		async run(work, argument) {
			return await post('execute/async', {
				script: `${KEEP_NAMES}(${waitAll.toString()})(${work.toString()}, arguments[0], arguments[1]);`,
				args: [argument ?? null]
			}).then(unpack);
		},
		see: async (what) => void (await named(what)),
		press: async (what) => void (await clicked(`${what.role} “${what.name}”`, () => named(what))),
		click: async (selector, at = 0) =>
			void (await clicked(`${selector}, ${at}`, () => nth(selector, at))),
		// It draws the options outside the page, where WebDriver cannot reach them.
		choose: async (selector, at, option) =>
			void (await script(`(${choose.toString()})(...arguments);`, [
				{ [ELEMENT]: await nth(selector, at) },
				option
			])),
		async type(selector, at, text) {
			const id = await nth(selector, at);
			await post(`element/${id}/clear`, {});
			await post(`element/${id}/value`, { text });
		},
		async upload(selector, path) {
			await post(`element/${await nth(selector, 0)}/value`, { text: path });
		},
		async close() {
			await send('DELETE', session).catch(() => undefined);
			stop();
		}
	};
}

/** What a function in the page gave, or its error thrown here. */
function unpack(outcome: unknown): never {
	const { value, error } = outcome as { value?: unknown; error?: string };
	if (error !== undefined) throw new Error(error);
	return value as never;
}

/** One WebDriver command. */
async function send<T>(method: string, url: string, body?: object): Promise<T> {
	const answer = await fetch(url, {
		method,
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } };
	if (!answer.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
	return value;
}

/** Starts a display and reads which number it took. */
function startDisplay(program: string): Promise<{ number: string; process: ChildProcess }> {
	const screen = spawn(
		program,
		['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
		{ stdio: ['ignore', 'pipe', 'ignore'] }
	);
	return new Promise((resolve, reject) => {
		screen.once('error', reject);
		screen.once('exit', () => reject(new Error('Xvfb did not start')));
		screen.stdout.once('data', (said) => resolve({ number: String(said).trim(), process: screen }));
	});
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise((resolve) => server.close(resolve));
	return typeof address === 'object' && address !== null ? address.port : 0;
}
