// What draws texts with markup: fetched with the first of them, for nearly all texts have none.
export { default as Blocks } from './Blocks.svelte';
export { default as Inlines } from './Inlines.svelte';
export { parseBlocks, parseInline } from './parse.js';
