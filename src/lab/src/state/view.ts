import type { ExampleRef } from '../engine/types';
import type { Language } from '../messages/language.svelte';
import type { Pen } from './strokes';

export const chapters = ['structure', 'cost', 'descent', 'training', 'inside', 'nudges', 'chain', 'backwards', 'plane', 'challenges'] as const;
export type ChapterName = (typeof chapters)[number];

/** Chapters that show another network than the run's; neither examples nor the run's bar stand beside them. */
export const apart: readonly ChapterName[] = ['plane'];

/** A chapter's number is its place in the list. */
export function numberOf(chapter: ChapterName): number {
  return chapters.indexOf(chapter) + 1;
}

/** The chapter that follows; after the last one it begins again. */
export function chapterAfter(chapter: ChapterName): ChapterName {
  return chapters[numberOf(chapter) % chapters.length]!;
}

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The example that every chapter shows: one of the data, or a drawing (see strokes.ts) with what it is meant to be. */
export type ShownExample =
  | { readonly set: 'train' | 'test'; readonly index: number }
  | {
      readonly set: 'drawing';
      readonly strokes: string;
      readonly pen: Pen;
      readonly label: number | null;
      readonly normalise: boolean;
      /** Whether the photo that was given last (data/photos) stands in the place of strokes. */
      readonly photo?: true;
    };

/** The example as the engine knows it: of drawings it has one. */
export function refOf(example: ShownExample): ExampleRef {
  return { set: example.set, index: example.set === 'drawing' ? 0 : example.index };
}

/** What a weight comes from: neuron k of the layer before, or the bias. */
export type InputName = number | 'bias';

/** The neuron that every chapter shows, and perhaps one of its weights or its bias. Layers count from 1, neurons from 0. */
export interface Selection {
  readonly layer: number;
  readonly neuron: number;
  readonly input: InputName | null;
}

/** A parameter given another value by hand. */
export interface Edit {
  readonly layer: number;
  readonly neuron: number;
  readonly input: InputName;
  readonly value: number;
}

/** All that a link says. It reproduces the view exactly, because a run is a value. */
export interface View {
  readonly chapter: ChapterName;
  readonly run: string;
  /** Mini-batches trained so far. */
  readonly step: number;
  /** How many examples of the mini-batch under way have been looked at; the parameters move with the last. */
  readonly within: number;
  readonly example: ShownExample;
  readonly selection: Selection | null;
  /** The trained network of the server's that is shown in the place of the run's own. */
  readonly model: string | null;
  readonly edits: readonly Edit[];
  /** Settings of single chapters, by a name that begins with the chapter's, such as `cost.sort`. */
  readonly own: Readonly<Record<string, string>>;
  /** The parts of the page that are not shown, by name: `bar`, `cost.histogram`. */
  readonly hidden: readonly string[];
  /** The parts that are unfolded beyond what a chapter shows at first, by name: `cost.costliest`. */
  readonly opened: readonly string[];
  readonly language: Language;
  readonly theme: Theme;
  readonly motion: boolean;
  /** Whether it is shown to a hall: large, without what only a reader needs. */
  readonly present: boolean;
}
