// Packs, encrypts and reads backups in a worker without access to anything that is stored.
import { Packer, seal } from './pack.js';
import type { FromWorker, ToWorker } from './protocol.js';
import { readBackup } from './read.js';

interface FileHandle {
	createSyncAccessHandle(): Promise<{
		write(from: Uint8Array, options: { at: number }): number;
		flush(): void | Promise<void>;
		close(): void | Promise<void>;
	}>;
}

const tell = (message: FromWorker) => self.postMessage(message);
let goOn: () => void = () => undefined;
let packer: Packer | undefined;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
	if (data.kind === 'more') goOn();
	// A rejection here is a bug, which the page hears of as an error of the worker.
	else
		serve(data).catch((error: unknown) =>
			setTimeout(() => {
				throw error;
			})
		);
};

async function serve(message: Exclude<ToWorker, { kind: 'more' }>): Promise<void> {
	switch (message.kind) {
		case 'make':
			packer = new Packer(message.at);
			return tell({ kind: 'ready' });
		case 'lines':
			packer?.add(message.lines);
			return tell({ kind: 'ready' });
		case 'end': {
			const packed = packer?.end() ?? new Blob();
			const { passphrase } = message;
			return tell({
				kind: 'made',
				file: passphrase === undefined ? packed : await seal(packed, passphrase)
			});
		}
		case 'read':
			return read(message);
		case 'store':
			await store(message);
			return tell({ kind: 'ready' });
	}
}

async function store({ name, file }: Extract<ToWorker, { kind: 'store' }>): Promise<void> {
	const root = await navigator.storage.getDirectory();
	const folder = await root.getDirectoryHandle('snapshots', { create: true });
	const handle = await folder.getFileHandle(name, { create: true });
	// The methods that only workers have are missing from the DOM's types.
	const access = await (handle as unknown as FileHandle).createSyncAccessHandle();
	try {
		access.write(new Uint8Array(await file.arrayBuffer()), { at: 0 });
		await access.flush();
	} finally {
		await access.close();
	}
}

async function read({ file, passphrase }: Extract<ToWorker, { kind: 'read' }>): Promise<void> {
	const source = { file, sha256, ...(passphrase !== undefined && { passphrase }) };
	for await (const told of readBackup(source)) {
		const answered = new Promise<void>((resolve) => (goOn = resolve));
		tell(told);
		if (told.kind === 'chunk') await answered;
	}
}

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
