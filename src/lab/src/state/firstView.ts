import type { Explanation, Moment, RunInfo } from '../engine/types';
import { firstRun } from './settings';
import type { View } from './view';

/** What the first visit shows until the page's own engine is there. The engine's own words too: a test of it keeps the file. */
export interface FirstView {
  readonly run: RunInfo;
  readonly moment: Moment;
  readonly explanation: Explanation;
  /** The weights of each layer from 2. */
  readonly weights: readonly (readonly number[])[];
}

/** The first visit's view, where that is what is wanted. */
export async function firstViewOf(view: View): Promise<FirstView | null> {
  const isFirst = view.run === firstRun && view.step === 0 && view.model === null && view.edits.length === 0 && isFirstExample(view);
  return isFirst ? ((await import('./firstView.json')).default as unknown as FirstView) : null;
}

export function isFirstExample({ example }: Pick<View, 'example'>): boolean {
  return example.set === 'test' && example.index === 0;
}
