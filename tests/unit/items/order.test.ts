import { describe, expect, it } from 'vitest';
import { moved, shownOrder } from '$lib/items/ordered-response/order';

const letters = (text: string) => [...text];

describe('moved', () => {
	it.each([
		['abcd', 'a', 3, 'bcda'],
		['abcd', 'd', 0, 'dabc'],
		['abcd', 'b', 2, 'acbd'],
		['abcd', 'c', 2, 'abcd'],
		['abcd', 'a', -1, 'abcd'],
		['abcd', 'd', 9, 'abcd']
	])('%s, %s to %i: %s', (order, id, index, result) => {
		expect(moved(letters(order), id, index)).toEqual(letters(result));
	});
});

describe('shownOrder', () => {
	it.each([
		['', 'abc'],
		['cab', 'cab'],
		['c', 'cab']
	])('answered %j, shown %s', (order, shown) => {
		const options = letters('abc').map((id) => ({ id }));
		expect(shownOrder(options, letters(order))).toEqual(letters(shown));
	});
});
