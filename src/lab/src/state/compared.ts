import type { RunInfo } from '../engine/types';
import { t } from '../messages/t.svelte';
import type { EarlierRun } from './curves.svelte';
import { differences } from './differences';
import { lab } from './index';
import { markOf, type Mark } from './marks';

/** A run beside others: the few words that tell it from them, and how its line is drawn. */
export interface ComparedRun extends EarlierRun {
  readonly words: string;
  readonly mark: Mark;
}

/** The run that is shown, and after it all that stood here before. */
export function comparedRuns(shown: RunInfo): readonly ComparedRun[] {
  // While a run gives way to the next, it stands in both places.
  const runs = [lab.curves.snapshot(shown, lab.step), ...lab.opening.earlier.filter(({ info }) => info.name !== shown.name)];
  const words = differences(runs.map(({ info }) => info.settings), t);
  // The oldest first, so that marks are given in the order in which the runs came.
  for (const { info } of [...runs].reverse()) markOf(info.name);
  return runs.map((run, i) => ({ ...run, words: words[i]!, mark: markOf(run.info.name) }));
}
