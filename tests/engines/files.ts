// Files on their way: a backup that goes from one device to another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from './driver.js';

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

/** Makes a backup and gives its bytes. The browser is not asked to save it: each has its own way. */
export async function backUp(driver: Driver): Promise<Uint8Array> {
	await driver.run(() => {
		const make = URL.createObjectURL.bind(URL);
		URL.createObjectURL = (object) => {
			Reflect.set(window, 'file', object);
			return make(object);
		};
		HTMLAnchorElement.prototype.click = () => undefined;
	}, undefined);
	await driver.press({ role: 'button', name: 'Back up' });
	await driver.see({ role: 'status', name: 'was handed to your browser to save.' });
	const base64 = await driver.run(async () => {
		const bytes = new Uint8Array(await (Reflect.get(window, 'file') as Blob).arrayBuffer());
		let text = '';
		for (const byte of bytes) text += String.fromCharCode(byte);
		return btoa(text);
	}, undefined);
	return Buffer.from(base64, 'base64');
}
