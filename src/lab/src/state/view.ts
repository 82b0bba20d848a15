import type { Pen } from './strokes';

export const chapters = ['structure', 'cost', 'training', 'nudges', 'chain'] as const;
export type ChapterName = (typeof chapters)[number];

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The example that every chapter shows: one of the data, or a drawing (see strokes.ts) with what it is meant to be. */
export type ShownExample =
  | { readonly set: 'train' | 'test'; readonly index: number }
  | { readonly set: 'drawing'; readonly strokes: string; readonly pen: Pen; readonly label: number | null; readonly normalise: boolean };

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

/** All that an address says. A link reproduces the view exactly, because a run is a value. */
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
  readonly language: Language;
  readonly theme: Theme;
  readonly motion: boolean;
}
