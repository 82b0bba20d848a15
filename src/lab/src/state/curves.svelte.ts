import type { CostPoint, EpochPoint, RunInfo } from '../engine/types';
import { CostHistory } from './costs';

/** A run that stood here before, with all that was seen of it. */
export interface EarlierRun {
  readonly info: RunInfo;
  readonly costs: CostHistory;
  readonly epochs: readonly EpochPoint[];
  /** The step at which it was left. */
  readonly step: number;
}

/** What is known of the run's costs and epochs so far; going back in time forgets nothing. */
export class Curves {
  epochs = $state.raw<readonly EpochPoint[]>([]);
  // A copy for every report would take the longer the longer the run is: whoever looks learns by the version that there is more.
  #costs = new CostHistory();
  #version = $state(0);

  get costs(): CostHistory {
    void this.#version;
    return this.#costs;
  }

  /** Begins anew, or with what was seen of the same run before. */
  begin(before?: EarlierRun): void {
    this.#costs = before?.costs ?? new CostHistory();
    this.#version++;
    this.epochs = before?.epochs ?? [];
  }

  /** Adds what is new; a moment that is passed again brings the same points again. */
  add(costs: readonly CostPoint[], epochs: readonly EpochPoint[]): void {
    if (this.#costs.add(costs)) this.#version++;
    const lastEpoch = this.epochs.at(-1)?.epoch ?? 0;
    const newEpochs = epochs.filter(({ epoch }) => epoch > lastEpoch);
    if (newEpochs.length > 0) this.epochs = [...this.epochs, ...newEpochs];
  }

  snapshot(info: RunInfo, step: number): EarlierRun {
    return { info, costs: this.costs, epochs: this.epochs, step };
  }
}
