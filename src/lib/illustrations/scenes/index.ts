// Which scene draws which illustration, and how large its sheet is (400 by 300 unless said otherwise).
import type { Scene } from '../spec.js';
import { papule, pustule } from './inflamed.js';
import { milium } from './pearls.js';
import { closedComedone, openComedone } from './pores.js';

interface Entry {
	readonly scene: Scene;
	readonly width?: number;
	readonly height?: number;
}

export const SCENES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
	['milium', { scene: milium }],
	['closed-comedone', { scene: closedComedone }],
	['open-comedone', { scene: openComedone }],
	['papule', { scene: papule }],
	['pustule', { scene: pustule }]
]);
