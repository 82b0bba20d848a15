import type { Component } from 'svelte';
import type { ChapterName } from '../state/view';

/** Where each chapter's component comes from; it is loaded when it is first opened. */
export const loaders: Readonly<Record<ChapterName, () => Promise<{ default: Component }>>> = {
  structure: () => import('./structure/Structure.svelte'),
  cost: () => import('./cost/Cost.svelte'),
  training: () => import('./training/Training.svelte'),
  nudges: () => import('./nudges/Nudges.svelte'),
  chain: () => import('./chain/Chain.svelte'),
};
