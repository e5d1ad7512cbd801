// What stands around the questions of a running quiz and is not needed to see the first of them.
export { default as FinishDialog } from './FinishDialog.svelte';
export { default as HelpDialog } from './HelpDialog.svelte';
export { default as Navigator } from './Navigator.svelte';
export { keepGlimpse } from './keep-glimpse.js';
export { default as Timer } from './Timer.svelte';
