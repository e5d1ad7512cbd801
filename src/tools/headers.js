// What a host should send with every file. The content security policy itself stands in the pages, with the hashes of
// their scripts; here is what a page cannot say of itself.

/** @type {Readonly<Record<string, string>>} */
export const SECURITY_HEADERS = {
	'content-security-policy': "frame-ancestors 'none'",
	'x-frame-options': 'DENY',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/**
 * Files under `_app/immutable` carry the hash of their contents in their names; everything else is asked for again.
 * @param {string} path path below the base
 */
export function cacheControl(path) {
	return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
