import type { CostPoint, EpochPoint, RunInfo } from '../engine/types';

/** A run that stood here before, with all that was seen of it. */
export interface EarlierRun {
  readonly info: RunInfo;
  readonly costs: readonly CostPoint[];
  readonly epochs: readonly EpochPoint[];
}

/** What is known of the run's costs and epochs so far; going back in time forgets nothing. */
export class Curves {
  costs = $state.raw<readonly CostPoint[]>([]);
  epochs = $state.raw<readonly EpochPoint[]>([]);

  /** Begins anew, or with what was seen of the same run before. */
  begin(before?: EarlierRun): void {
    this.costs = before?.costs ?? [];
    this.epochs = before?.epochs ?? [];
  }

  /** Adds what is new; a moment that is passed again brings the same points again. */
  add(costs: readonly CostPoint[], epochs: readonly EpochPoint[]): void {
    const lastCost = this.costs.at(-1)?.step ?? -1;
    const lastEpoch = this.epochs.at(-1)?.epoch ?? 0;
    const newCosts = costs.filter(({ step }) => step > lastCost);
    const newEpochs = epochs.filter(({ epoch }) => epoch > lastEpoch);
    if (newCosts.length > 0) this.costs = [...this.costs, ...newCosts];
    if (newEpochs.length > 0) this.epochs = [...this.epochs, ...newEpochs];
  }

  snapshot(info: RunInfo): EarlierRun {
    return { info, costs: this.costs, epochs: this.epochs };
  }
}
