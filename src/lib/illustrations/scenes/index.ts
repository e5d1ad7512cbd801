// Which scene draws which illustration, and how large its sheet is (400 by 300 unless said otherwise).
import type { Scene } from '../spec.js';
import { bodyMap } from './body.js';
import { molluscum, syringoma } from './bumps.js';
import { extraction } from './extraction.js';
import { faceAdult } from './face-adult.js';
import { faceNewborn, ncp } from './face-newborn.js';
import { histologyPair, histologySweat, secondaryLayer } from './histology.js';
import { papule, pustule } from './inflamed.js';
import { epstein, mouthMap, ridgeCysts } from './mouth.js';
import { sebHyperplasia } from './oil-glands.js';
import { etn, plaque, secondary } from './patches.js';
import { eruptive, milium, miliumRubbed } from './pearls.js';
import { miliaWithPits } from './pits.js';
import { closedComedone, openComedone } from './pores.js';
import { sectionAnatomy, sectionFour } from './sections.js';
import { miliariaCrystallina, miliariaRubra } from './sweat.js';
import { courseTimeline } from './timeline.js';

interface Entry {
	readonly scene: Scene;
	readonly width?: number;
	readonly height?: number;
}

export const SCENES: ReadonlyMap<string, Entry> = new Map<string, Entry>([
	['milium', { scene: milium }],
	['milium-rubbed', { scene: miliumRubbed }],
	['milia-pits', { scene: miliaWithPits }],
	['closed-comedone', { scene: closedComedone }],
	['open-comedone', { scene: openComedone }],
	['papule', { scene: papule }],
	['pustule', { scene: pustule }],
	['plaque', { scene: plaque }],
	['eruptive', { scene: eruptive }],
	['secondary', { scene: secondary }],
	['etn', { scene: etn }],
	['miliaria-crystallina', { scene: miliariaCrystallina }],
	['miliaria-rubra', { scene: miliariaRubra }],
	['seb-hyperplasia', { scene: sebHyperplasia }],
	['syringoma', { scene: syringoma }],
	['molluscum', { scene: molluscum }],
	['epstein', { scene: epstein, height: 320 }],
	['ridge-cysts', { scene: ridgeCysts, height: 320 }],
	['mouth', { scene: mouthMap, height: 320 }],
	['face-newborn', { scene: faceNewborn, width: 360, height: 400 }],
	['face-adult', { scene: faceAdult, width: 360, height: 400 }],
	['body-map', { scene: bodyMap, width: 560, height: 400 }],
	['ncp', { scene: ncp, width: 360, height: 400 }],
	['histology-pair', { scene: histologyPair, width: 440 }],
	['histology-sweat', { scene: histologySweat, width: 420 }],
	['secondary-layer', { scene: secondaryLayer, width: 420 }],
	['section-anatomy', { scene: sectionAnatomy }],
	['section-four', { scene: sectionFour }],
	['extraction', { scene: extraction, width: 440, height: 340 }],
	['course-timeline', { scene: courseTimeline, width: 440, height: 320 }]
]);
