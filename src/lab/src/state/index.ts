import { Lab } from './lab.svelte';

export { appearance } from './appearance.svelte';
export { view } from './current.svelte';
export type { Answer } from './query.svelte';

/** The page's one laboratory. */
export const lab = new Lab();
