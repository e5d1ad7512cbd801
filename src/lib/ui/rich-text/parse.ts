// Reads the Markdown subset. Loaded only when a text on screen needs it.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { List, Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Block, Inline } from './tree.js';

const UNKNOWN = ['htmlFlow', 'htmlText', 'definition'];
/** What makes a block of a line. Inside a line, `- 5` and `3. day` mean what they say. */
const BLOCKS = [
	'blockQuote',
	'codeFenced',
	'codeIndented',
	'headingAtx',
	'list',
	'setextUnderline',
	'thematicBreak'
];
/** Lists and emphasis within one another beyond this stay characters, so that no text can exhaust the stack. */
const DEEPEST = 10;

/** Where a node stands. */
interface Place {
	readonly source: string;
	readonly depth: number;
}
const within = ({ source, depth }: Place): Place => ({ source, depth: depth + 1 });

/** Text in the Markdown subset as blocks. Never throws: what is not part of the subset stays as its characters. */
export function parseBlocks(markdown: string): Block[] {
	const root = fromMarkdown(markdown, {
		extensions: [gfmTable(), { disable: { null: UNKNOWN } }],
		mdastExtensions: [gfmTableFromMarkdown()]
	});
	return root.children.map((node) => toBlock(node, { source: markdown, depth: 0 }));
}

/** A text that stands inside a line: emphasis, code and breaks only; paragraphs run together with spaces. */
export function parseInline(markdown: string): Inline[] {
	const root = fromMarkdown(markdown, {
		extensions: [{ disable: { null: [...UNKNOWN, ...BLOCKS] } }]
	});
	const place = { source: markdown, depth: 0 };
	return root.children.flatMap((node, index) => [
		...(index > 0 ? [{ kind: 'text', text: ' ' } as const] : []),
		...(node.type === 'paragraph' ? toInline(node.children, place) : [])
	]);
}

function toBlock(node: RootContent, place: Place): Block {
	if (node.type === 'paragraph') {
		return { kind: 'paragraph', children: toInline(node.children, place) };
	}
	if (node.type === 'list' && place.depth < DEEPEST) return toList(node, within(place));
	if (node.type === 'table') {
		const [head, ...rows] = node.children.map((row) => cells(row, place));
		return { kind: 'table', head: head ?? [], rows };
	}
	return { kind: 'paragraph', children: [literal(node, place)] };
}

function toList(node: List, place: Place): Block {
	return {
		kind: 'list',
		...(node.ordered === true && { first: node.start ?? 1 }),
		items: node.children.map((item) => item.children.map((child) => toBlock(child, place)))
	};
}

const cells = (row: TableRow, place: Place) =>
	row.children.map((cell) => toInline(cell.children, place));

function toInline(nodes: readonly PhrasingContent[], place: Place): Inline[] {
	return nodes.map((node): Inline => {
		switch (node.type) {
			case 'text':
				return { kind: 'text', text: node.value };
			case 'inlineCode':
				return { kind: 'code', text: node.value };
			case 'break':
				return { kind: 'break' };
			case 'strong':
			case 'emphasis':
				return place.depth < DEEPEST
					? { kind: node.type, children: toInline(node.children, within(place)) }
					: literal(node, place);
			default:
				return literal(node, place);
		}
	});
}

/** The characters that the author wrote. */
function literal(node: Nodes, { source }: Place): Inline {
	const { start, end } = node.position ?? {};
	return { kind: 'text', text: source.slice(start?.offset ?? 0, end?.offset ?? 0) };
}
