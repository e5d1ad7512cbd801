// A certificate for 127.0.0.1. Browsers speak HTTP/2 and take Brotli over TLS only.
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
	readonly key: Buffer;
	readonly cert: Buffer;
	/** Hash of its public key, by which a browser can be told to trust this one and no other. */
	readonly spki: string;
}

/** Signs one with `openssl`; undefined where there is no such program. */
export function makeCertificate(): Certificate | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'milium-bench-'));
	const keyFile = join(folder, 'key.pem');
	const certFile = join(folder, 'cert.pem');
	try {
		const made = spawnSync(
			'openssl',
			[
				...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
				...['-keyout', keyFile, '-out', certFile, '-days', '2', '-subj', '/CN=127.0.0.1'],
				...['-addext', 'subjectAltName=IP:127.0.0.1']
			],
			{ stdio: 'ignore' }
		);
		if (made.status !== 0) return undefined;
		const cert = readFileSync(certFile);
		const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
		return {
			key: readFileSync(keyFile),
			cert,
			spki: createHash('sha256').update(spki).digest('base64')
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
