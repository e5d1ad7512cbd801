import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { compressed, decompressed } from '$lib/modules/point';

describe('a point', () => {
	it('is compressed and whole again as OpenSSL does it', () => {
		for (let round = 0; round < 40; round += 1) {
			const key = createECDH('prime256v1');
			key.generateKeys();
			const whole = Uint8Array.from(key.getPublicKey());
			const short = Uint8Array.from(key.getPublicKey(null, 'compressed'));
			expect(compressed(whole)).toEqual(short);
			expect(decompressed(short)).toEqual(whole);
		}
	});

	it('that is not on the curve is none', () => {
		const none = [
			new Uint8Array(33),
			new Uint8Array(32).fill(2),
			new Uint8Array(33).fill(255),
			Uint8Array.of(2, ...new Uint8Array(32).fill(255)),
			Uint8Array.of(2, ...new Uint8Array(31), 1)
		];
		expect(none.map(decompressed)).toEqual(none.map(() => undefined));
	});
});
