// Journeys with files: a hostile bank that comes in, and a backup that goes from one device to another.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { until, type Driver } from './driver.js';
import { watch } from './page.js';
import { checkAnswer, respond } from './quiz.js';

/** Texts that have become script elsewhere. */
export const HOSTILE: readonly string[] = (
	JSON.parse(readFileSync('tests/cases/hostile/xss.json', 'utf8')) as { texts: { text: string }[] }
).texts.map(({ text }) => text);
const ITEM = JSON.parse(readFileSync('tests/fixtures/items/multiple-choice.json', 'utf8')) as {
	options: object[];
};
/** A quick practice asks so many. */
const ITEMS = 10;

/** Writes a file, hands its path on, and deletes it. */
export async function withFile<T>(
	name: string,
	content: string | Uint8Array,
	use: (path: string) => Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'milium-engines-'));
	try {
		const path = join(folder, name);
		writeFileSync(path, content);
		return await use(path);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A bank of ten questions that says nothing but these texts, each at least once, in every place where a text can stand. */
function hostileBank(hostile: readonly string[]): string {
	const each = Math.ceil(hostile.length / ITEMS);
	const items = Array.from({ length: ITEMS }, (_, index) => {
		const texts = hostile.slice(index * each, (index + 1) * each);
		const next = () => texts.pop() ?? hostile[index] ?? 'x';
		const options = ITEM.options.map((option, at) => ({
			...option,
			text: next(),
			rationale: next(),
			...(at > 0 && { misconception: next() })
		}));
		const [stem, teaching] = [next(), next()];
		const scenario = texts.length > 0 ? texts.join('\n\n') : 'x';
		return { ...ITEM, id: `hostile-${index}`, options, stem, teaching, scenario };
	});
	const [title = '', description = '', author = ''] = HOSTILE;
	return JSON.stringify({
		format: 'milium-bank/1',
		id: 'hostile',
		version: '1.0.0',
		title: title.slice(0, 120),
		description,
		language: 'en',
		licence: '<img src=x onerror=window.xss=1>',
		authors: [author, '<script>window.xss=1</script>'],
		items
	});
}

/** Brings in the bank at `path`, and begins to practise with it alone. */
async function practiseWith(driver: Driver, path: string, practice: string): Promise<void> {
	await until('the page of banks', () =>
		driver.run(() => document.querySelector('main article') !== null, undefined)
	);
	await driver.upload('input[type=file]', path);
	await driver.press({ role: 'button', name: 'Install' });
	await driver.see({ role: 'status', name: 'is installed.' });
	await driver.goto(practice);
	await until('the bank in the quiz builder', () =>
		driver.run(() => {
			for (const one of document.querySelectorAll('details')) one.open = true;
			const label = [...document.querySelectorAll('main label')].find((one) =>
				one.textContent.trim().startsWith('<img src=x')
			);
			const box = label?.querySelector('input');
			if (box != null && !box.checked) box.click();
			return box?.checked === true && /\b10 questions fit/.test(document.body.innerText);
		}, undefined)
	);
	await driver.press({ role: 'button', name: 'Start practice' });
}

/** Runs in the page. What a hostile text has made: a script that ran, or an element that no text may make. */
function made(): string[] {
	const ran = ['xss', '__xss'].some((name) => Reflect.has(window, name)) ? ['a script ran'] : [];
	const strange = document.querySelectorAll(
		'main :is(script, iframe, object, embed, base, meta, link, style, img, video, audio, math, template, marquee, portal), main a[href^="javascript" i], main [onerror], main [onload]'
	);
	return [...ran, ...[...strange].map((one) => one.outerHTML.slice(0, 120))];
}

/**
 * On the page of banks: brings in questions that say nothing but these texts, and answers them. Gives what a text has made; the page
 * of their results, which is watched from the first question on, stays open.
 */
export async function answerHostile(
	driver: Driver,
	url: string,
	texts: readonly string[] = HOSTILE
): Promise<string[]> {
	await withFile('hostile.json', hostileBank(texts), (path) =>
		practiseWith(driver, path, `${url}practice/`)
	);
	await watch(driver);
	const all: string[] = [];
	const look = async (where: string) => {
		for (const one of await driver.run(made, undefined)) all.push(`${where}: ${one}`);
	};
	for (let question = 1; question <= ITEMS; question += 1) {
		await driver.see({ role: 'heading', name: `Question ${question} of ${ITEMS}` });
		await respond(driver);
		await checkAnswer(driver);
		await look(`question ${question}`);
		await driver.press({ role: 'button', name: question === ITEMS ? 'Finish' : 'Next question' });
	}
	await driver.see({ role: 'heading', name: 'Results' });
	await look('results');
	return all;
}

/** From now on the page hands its files here. The browser is not asked to save them: each has its own way. */
export async function catchFiles(driver: Driver): Promise<void> {
	await driver.run(() => {
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (object) => {
			Reflect.set(window, 'file', object);
			return make(object);
		};
		HTMLAnchorElement.prototype.click = () => undefined;
	}, undefined);
}

/** The file that the page made last. */
export async function caughtFile(driver: Driver): Promise<Uint8Array> {
	const base64 = await driver.run(async () => {
		const bytes = new Uint8Array(await (Reflect.get(window, 'file') as Blob).arrayBuffer());
		let text = '';
		for (const byte of bytes) text += String.fromCharCode(byte);
		return btoa(text);
	}, undefined);
	return Buffer.from(base64, 'base64');
}

/** On the page of settings: makes a backup and gives its bytes. */
export async function backUp(driver: Driver): Promise<Uint8Array> {
	await catchFiles(driver);
	await driver.press({ role: 'button', name: 'Back up' });
	await driver.see({ role: 'status', name: 'was handed to your browser to save.' });
	return caughtFile(driver);
}

interface Line {
	readonly kind: string;
	readonly item?: { readonly hash: string };
	readonly event?: {
		readonly kind: string;
		readonly answer?: Readonly<Record<string, unknown>>;
		readonly plan?: { readonly items: unknown };
	};
}

/** What a backup says of questions and answers, without what differs from device to device: ids and times. */
export function answersIn(backup: Uint8Array): readonly unknown[] {
	const lines = gunzipSync(backup)
		.toString('utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map((line) => JSON.parse(line) as Line);
	const hashes = lines.flatMap(({ kind, item }) =>
		kind === 'content' && item !== undefined ? [item.hash] : []
	);
	const told = lines.flatMap(({ event }) => {
		if (event?.kind === 'started') return [event.plan?.items];
		if (event?.kind !== 'checked') return [];
		const { id: _id, activeMs: _activeMs, ...answer } = event.answer ?? {};
		return [answer];
	});
	return [hashes.sort(), ...told];
}
