import { describe, expect, it } from 'vitest';
import { contrast, mix } from '$lib/illustrations/colour';
import { paletteOf, TONES } from '$lib/illustrations/palette';

// Brightness alone, so that these hold for eyes that see no hue: no finding rests on red.
describe.each(TONES)('Monk shade %i', (tone) => {
	const palette = paletteOf(tone);

	it('a shadow stands off the skin by at least 1.2 to 1', () => {
		expect(contrast(palette.shadow, palette.skin)).toBeGreaterThanOrEqual(1.2);
	});
	it('the edge of a keratin cyst stands off its shadow by at least 1.6 to 1', () => {
		expect(contrast(palette.keratin, palette.shadow)).toBeGreaterThanOrEqual(1.6);
	});
	it('shine stands off inflamed skin by at least 1.9 to 1', () => {
		expect(contrast(palette.shine, palette.flare)).toBeGreaterThanOrEqual(1.9);
	});
	it('a cap of pus stands off its base by at least 1.9 to 1', () => {
		expect(contrast(palette.pus, palette.flare)).toBeGreaterThanOrEqual(1.9);
	});
	it('words stand off their outline by at least 4.5 to 1', () => {
		expect(contrast(palette.ink, palette.halo)).toBeGreaterThanOrEqual(4.5);
	});
	it('keratin is no pure white', () => {
		expect(palette.keratin).not.toBe('#ffffff');
	});
});

it('inflamed skin is never lighter than the skin around it', () => {
	for (const tone of TONES) {
		const { flare, skin } = paletteOf(tone);
		expect(contrast(flare, '#000000')).toBeLessThan(contrast(skin, '#000000'));
	}
});

it('mixes in equal parts', () => {
	expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});
