// The one list of item types. Adding a type: its folder, one line here, one line in `view-list.ts`.
import type { AnyItemType, BaseItem } from './contract.js';
import { addTypes } from './loaded.js';
import multipleChoice from './multiple-choice/index.js';
import multipleResponseSata from './multiple-response-sata/index.js';
import multipleResponseN from './multiple-response-n/index.js';
import matrixMultipleChoice from './matrix-multiple-choice/index.js';
import dropDownCloze from './drop-down-cloze/index.js';
import orderedResponse from './ordered-response/index.js';
import multipleResponseGrouping from './multiple-response-grouping/index.js';
import matrixMultipleResponse from './matrix-multiple-response/index.js';
import dropDownTable from './drop-down-table/index.js';
import dropDownRationale from './drop-down-rationale/index.js';
import dragAndDropCloze from './drag-and-drop-cloze/index.js';
import dragAndDropRationale from './drag-and-drop-rationale/index.js';
import bowTie from './bow-tie/index.js';
import highlightText from './highlight-text/index.js';
import highlightTable from './highlight-table/index.js';
import hotSpot from './hot-spot/index.js';
import numeric from './numeric/index.js';

export const ITEM_TYPES = [
	multipleChoice,
	multipleResponseSata,
	multipleResponseN,
	matrixMultipleChoice,
	dropDownCloze,
	orderedResponse,
	multipleResponseGrouping,
	matrixMultipleResponse,
	dropDownTable,
	dropDownRationale,
	dragAndDropCloze,
	dragAndDropRationale,
	bowTie,
	highlightText,
	highlightTable,
	hotSpot,
	numeric
] as const satisfies readonly AnyItemType[];

export type ItemTypeId = (typeof ITEM_TYPES)[number]['id'];

addTypes(ITEM_TYPES);

const byId: ReadonlyMap<string, AnyItemType> = new Map(ITEM_TYPES.map((type) => [type.id, type]));

/** The type with that id, or undefined where no such type is known. */
export function findItemType(id: string): AnyItemType | undefined {
	return byId.get(id);
}

/** The type of an item that has passed the bank schema. Throws for an id that no registry holds: that is a bug. */
export function itemTypeOf(item: Pick<BaseItem, 'type'>): AnyItemType {
	const type = byId.get(item.type);
	if (type === undefined) {
		throw new Error(
			`Unknown item type: ${item.type}, expected one of ${[...byId.keys()].join(', ')}`
		);
	}
	return type;
}
