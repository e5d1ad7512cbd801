// Texts that were made to run a script: each is read to words, emphasis, lists and tables, and to nothing else.
import { describe, expect, it } from 'vitest';
import { parseBlocks, parseInline } from '$lib/ui/rich-text/parse';
import hostile from '../../cases/hostile/xss.json' with { type: 'json' };

const KINDS = ['paragraph', 'list', 'table', 'text', 'code', 'break', 'strong', 'emphasis'];

/** Every kind of node in a tree, and every field that a node has. */
function seen(value: unknown, found = { kinds: new Set<string>(), fields: new Set<string>() }) {
	if (Array.isArray(value)) for (const one of value) seen(one, found);
	else if (typeof value === 'object' && value !== null) {
		for (const [field, one] of Object.entries(value)) {
			found.fields.add(field);
			if (field === 'kind') found.kinds.add(String(one));
			else seen(one, found);
		}
	}
	return found;
}

describe('hostile texts', () => {
	it('are at least 200, each once', () => {
		const texts = hostile.texts.map(({ text }) => text);
		expect(new Set(texts).size).toBe(texts.length);
		expect(texts.length).toBeGreaterThanOrEqual(200);
	});
	it.each(hostile.texts)('$kind: $text', ({ text }) => {
		const { kinds, fields } = seen([parseBlocks(text), parseInline(text)]);
		expect(KINDS).toEqual(expect.arrayContaining([...kinds]));
		// No field that could hold an address, a class or a handler.
		expect(['kind', 'text', 'children', 'items', 'first', 'head', 'rows']).toEqual(
			expect.arrayContaining([...fields])
		);
	});
});
