// What the drawings of a bank show, held against its items. Apart from `illustration-check.ts` because it draws: only tools need it.
import { draw } from '$lib/illustrations/draw';
import { namesOf } from '$lib/illustrations/names';
import type { Drawing } from '$lib/illustrations/spec';
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { fault, under, type Fault } from '$lib/validation/fault';
import type { Bank } from './bank.js';

/** Faults of the illustrations of a bank: a text that gives the keyed diagnosis away, or places that the drawing does not have. */
export function checkDrawings(bank: Bank): Fault[] {
	return bank.items.flatMap((item, index) => {
		if (item.illustration === undefined) return [];
		const drawing = draw(item.illustration);
		return under(`items[${index}]`, [...givesAway(item, drawing), ...places(item, drawing)]);
	});
}

/** A description that names what is keyed answers the question for whoever listens to it, and for nobody else. */
function givesAway(item: BaseItem, { alt }: Drawing): Fault[] {
	const type = itemTypeOf(item);
	const keyed = type
		.choices(item, type.key(item))
		.flatMap((choice) => (choice.keyed && choice.entity !== undefined ? [choice.entity] : []));
	return namesOf(alt, keyed).map((entity) => {
		const expected = `a drawing whose text does not name ${entity}`;
		return fault(['illustration', 'id'], item.illustration?.id, expected, 'illustration.alt');
	});
}

function places(item: BaseItem, { regions, width, height }: Drawing): Fault[] {
	const named = itemTypeOf(item).places?.(item) ?? [];
	return named.flatMap(({ id, shape }, index) => {
		const region = regions.find((one) => one.id === id);
		const at = ['regions', index];
		if (region === undefined) {
			const expected = `one of the places of the drawing: ${regions.map((one) => one.id).join(', ')}`;
			return [fault([...at, 'id'], id, expected, 'illustration.region')];
		}
		if (JSON.stringify(region.shape) === JSON.stringify(shape)) return [];
		const expected = `${JSON.stringify(region.shape)}, as the drawing has it, which is ${width} by ${height}`;
		return [fault([...at, 'shape'], shape, expected, 'illustration.region')];
	});
}
