import { expect, it } from 'vitest';
import { illustrationById } from '$lib/illustrations/catalogue';
import { draw } from '$lib/illustrations/draw';
import { FIGURES, MAP_TONE } from '../../../src/routes/learn/figures.js';
import { readLedger } from '../../../src/tools/questions.js';

const { ledger } = readLedger();
const names = new Set(ledger?.entities.map((one) => one.id));

it.each(Object.entries(FIGURES))('%s is shown by drawings that there are', (entity, figures) => {
	expect(names.has(entity)).toBe(true);
	for (const id of [...figures.closeUps, ...(figures.map === undefined ? [] : [figures.map])])
		expect(illustrationById(id), id).toBeDefined();
	if (figures.map === undefined) return;
	const blank = draw({ id: figures.map, tone: MAP_TONE, seed: 1 }, 'a-');
	const marked = draw({ id: figures.map, tone: MAP_TONE, seed: 1, marks: entity }, 'a-');
	expect(marked.alt, 'the map says where').not.toBe(blank.alt);
});
