import type { Component } from 'svelte';
import { addMessages } from '../messages';
import { catalogue } from '../messages/t.svelte';
import { loadWords } from '../challenges/words';
import type { ChapterName } from '../state/view';

type Chapter = { readonly default: Component };
type Texts = { readonly default: Readonly<Record<string, string>> };

/** Where each chapter's component and texts come from; they are loaded when it is first opened, or when nothing else is to be done. The first chapter's texts are there at once. */
export const loaders: Readonly<Record<ChapterName, () => Promise<Chapter>>> = {
  structure: () => import('./structure/Structure.svelte'),
  cost: () => withTexts(import('./cost/Cost.svelte'), import('../messages/cost.en'), import('../messages/cost.zh')),
  descent: () => withTexts(import('./descent/Descent.svelte'), import('../messages/descent.en'), import('../messages/descent.zh')),
  training: () => withTexts(import('./training/Training.svelte'), import('../messages/training.en'), import('../messages/training.zh')),
  inside: () => withTexts(import('./inside/Inside.svelte'), import('../messages/inside.en'), import('../messages/inside.zh')),
  nudges: () => withTexts(import('./nudges/Nudges.svelte'), import('../messages/nudges.en'), import('../messages/nudges.zh')),
  chain: () => withTexts(import('./chain/Chain.svelte'), import('../messages/chain.en'), import('../messages/chain.zh')),
  backwards: () => withTexts(import('./backwards/Backwards.svelte'), import('../messages/backwards.en'), import('../messages/backwards.zh')),
  plane: () => withTexts(import('./plane/Plane.svelte'), import('../messages/plane.en'), import('../messages/plane.zh')),
  challenges: async () => (await Promise.all([import('./challenges/Challenges.svelte'), loadWords()]))[0],
};

async function withTexts(chapter: Promise<Chapter>, ...texts: readonly [en: Promise<Texts>, zh: Promise<Texts>]): Promise<Chapter> {
  const [loaded, en, zh] = await Promise.all([chapter, ...texts]);
  addMessages({ en: en.default, zh: zh.default });
  return loaded;
}

/** Loads what any chapter needs in either language, and the dialogs, one after the other, so that all can be opened when the network is gone. */
export async function loadAhead(): Promise<void> {
  for (const load of Object.values(loaders)) await load();
  await Promise.all([import('../challenges/DoorCard.svelte'), import('../shell/NewRun.svelte'), import('../shell/Share.svelte'), import('../glossary/Glossary.svelte')]);
  await import('../components/katex');
  await import('../tour/load');
  await catalogue();
  // The fonts that formulas are written in, which the browser fetches only when the first letter of each is shown.
  for (const font of document.fonts) await font.load();
}
