/**
 * JSON with object keys in code-unit order and no white space, so that equal contents give equal bytes
 * (the idea of RFC 8785, for the numbers and strings that banks hold). Keys whose value is undefined are left out.
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value)
			.filter(([, one]) => one !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
		return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
	}
	return JSON.stringify(value) ?? 'null';
}

/** Name of a content hash: the first 16 bytes of SHA-256 in base64url, 22 characters. */
export function hashName(sha256: Uint8Array): string {
	let binary = '';
	for (const byte of sha256.subarray(0, 16)) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
