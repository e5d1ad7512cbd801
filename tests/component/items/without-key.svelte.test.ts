// A question without its key looks to a learner just as it does with it, and takes what they answer.
import { expect, it } from 'vitest';
import { itemTypeOf } from '$lib/items/registry';
import { FIXTURES, fixtureOf } from '../../fixtures/items';
import { show } from './show';

/** The words and the controls on screen, in whatever order. */
const onScreen = () => ({
	words: document.body.innerText.split('\n').sort(),
	controls: document.body.querySelectorAll('button, input, select').length
});

it.each([...FIXTURES.keys()])('%s', async (type) => {
	const item = fixtureOf(type);
	const about = itemTypeOf(item);
	const key = about.key(item);
	const blank = await show(type);
	const whole = onScreen();
	expect(whole.controls).toBeGreaterThan(0);
	blank.remove();
	const change = { tolerance: undefined, ...about.withoutKey(item) };
	const bare = await show(type, { change });
	expect(onScreen()).toEqual(whole);
	bare.remove();
	const given = await show(type, { change, given: key });
	expect(given.complete()).toBe(true);
	expect(given.response()).toEqual(key);
});
