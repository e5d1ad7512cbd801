// Reads the Markdown subset. Loaded only when a text on screen needs it.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Block, Inline } from './tree.js';

/** Text in the Markdown subset as blocks. Never throws: what is not part of the subset stays as its characters. */
export function parseBlocks(markdown: string): Block[] {
	const root = fromMarkdown(markdown, {
		extensions: [gfmTable(), { disable: { null: ['htmlFlow', 'htmlText', 'definition'] } }],
		mdastExtensions: [gfmTableFromMarkdown()]
	});
	return root.children.flatMap((node) => toBlock(node, markdown));
}

/** The same for a text that stands inside a line: blocks run together with spaces. */
export function parseInline(markdown: string): Inline[] {
	return parseBlocks(markdown).flatMap((block, index) => [
		...(index > 0 ? [{ kind: 'text', text: ' ' } as const] : []),
		...inlineOf(block)
	]);
}

function inlineOf(block: Block): readonly Inline[] {
	switch (block.kind) {
		case 'paragraph':
			return block.children;
		case 'list':
			return block.items.flatMap((item) => item.flatMap(inlineOf));
		case 'table':
			return [...block.head.flat(), ...block.rows.flat(2)];
	}
}

function toBlock(node: RootContent, source: string): Block[] {
	switch (node.type) {
		case 'paragraph':
			return [{ kind: 'paragraph', children: toInline(node.children, source) }];
		case 'list':
			return [
				{
					kind: 'list',
					ordered: node.ordered === true,
					items: node.children.map((item) =>
						item.children.flatMap((child) => toBlock(child, source))
					)
				}
			];
		case 'table': {
			const [head, ...rows] = node.children;
			return [
				{
					kind: 'table',
					head: head === undefined ? [] : cells(head, source),
					rows: rows.map((row) => cells(row, source))
				}
			];
		}
		default:
			return [{ kind: 'paragraph', children: [{ kind: 'text', text: literal(node, source) }] }];
	}
}

const cells = (row: TableRow, source: string) =>
	row.children.map((cell) => toInline(cell.children, source));

function toInline(nodes: readonly PhrasingContent[], source: string): Inline[] {
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
				return { kind: node.type, children: toInline(node.children, source) };
			default:
				return { kind: 'text', text: literal(node, source) };
		}
	});
}

/** The characters that the author wrote. */
function literal(node: Nodes, source: string): string {
	const { position } = node;
	if (position?.start.offset === undefined || position.end.offset === undefined) return '';
	return source.slice(position.start.offset, position.end.offset);
}
