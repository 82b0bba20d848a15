import type { Explanation, History, Moment, RunInfo } from '../engine/types';
import { FirstReading } from './firstReading';
import { firstRun, firstStep } from './settings';
import { fetchShipped, shipped } from './shipped';
import type { View } from './view';

/** What the first visit shows until the page's own engine is there: its run at the end. The engine's own words too: a test of it keeps the file. */
export interface FirstView {
  readonly run: RunInfo;
  readonly moment: Moment;
  /** The last cost and the last epoch. */
  readonly history: History;
  readonly explanation: Explanation;
  readonly reading: FirstReading;
}

/** The first visit's view, where that is what is wanted. */
export async function firstViewOf(view: View): Promise<FirstView | null> {
  const file = shipped(firstRun)?.file;
  if (file === undefined || view.run !== firstRun || view.step !== firstStep || view.within !== 0 || view.model !== null || view.edits.length > 0) return null;
  const [recorded, memory] = await Promise.all([import('./firstView.json'), fetchShipped(file)]);
  const { run, moment, history, explanation } = recorded.default as unknown as Omit<FirstView, 'reading'>;
  return memory && { run, moment, history, explanation, reading: new FirstReading(memory, run.sizes) };
}

export function isFirstExample({ example }: Pick<View, 'example'>): boolean {
  return example.set === 'test' && example.index === 0;
}
