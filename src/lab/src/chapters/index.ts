import type { Component } from 'svelte';
import type { ChapterName } from '../state/view';

/** Where each chapter's component comes from; it is loaded when it is first opened, or when nothing else is to be done. */
export const loaders: Readonly<Record<ChapterName, () => Promise<{ default: Component }>>> = {
  structure: () => import('./structure/Structure.svelte'),
  cost: () => import('./cost/Cost.svelte'),
  training: () => import('./training/Training.svelte'),
  nudges: () => import('./nudges/Nudges.svelte'),
  chain: () => import('./chain/Chain.svelte'),
};

/** Loads what any chapter needs, one after the other, so that all can be opened when the network is gone. */
export async function loadAhead(): Promise<void> {
  for (const load of Object.values(loaders)) await load();
  await import('../components/katex');
  // The fonts that formulas are written in, which the browser fetches only when the first letter of each is shown.
  for (const font of document.fonts) await font.load();
}
