// A results file that is open, kept for this tab alone: it survives a reload, and goes when the tab is closed. It is never stored.
const KEY = 'milium:class';
/** Larger files are not kept: browsers give a tab about five million characters. */
const MOST_BYTES = 1_400_000;

interface TabFile {
	readonly name: string;
	readonly file: Blob;
}

/** Keeps a file for this tab in place of an earlier one; resolves to whether that was possible. */
export async function keepForTab({ name, file }: TabFile): Promise<boolean> {
	forgetTabFile();
	if (file.size > MOST_BYTES) return false;
	try {
		const bytes = new Uint8Array(await file.arrayBuffer());
		let text = '';
		for (const byte of bytes) text += String.fromCharCode(byte);
		sessionStorage.setItem(KEY, JSON.stringify([name, btoa(text)]));
		return true;
	} catch {
		return false;
	}
}

/** The file that this tab keeps. */
export function tabFile(): TabFile | undefined {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
		if (!Array.isArray(kept) || typeof kept[0] !== 'string') return undefined;
		const bytes = Uint8Array.from(atob(String(kept[1])), (one) => one.charCodeAt(0));
		return { name: kept[0], file: new Blob([bytes]) };
	} catch {
		return undefined;
	}
}

/** Lets go of the file that this tab keeps. */
export function forgetTabFile(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// Where nothing can be kept there is nothing to forget.
	}
}
