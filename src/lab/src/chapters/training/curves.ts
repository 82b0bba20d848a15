import type { Curve } from '../../components/curve';
import type { CostPoint, EpochPoint, RunInfo } from '../../engine/types';

// Runs with other mini-batches or other data have other steps; what they share is the epoch.

/** The costs of the mini-batches by epochs, raw points under a smooth line. */
export function costCurve(name: string, { stepsPerEpoch }: RunInfo, costs: readonly CostPoint[]): Curve {
  return { name, points: costs.map(({ step, cost }) => [step / stepsPerEpoch, cost] as const), smoothing: 15 };
}

/** Something of every epoch's end; what is null there is left out. */
export function epochCurve(name: string, epochs: readonly EpochPoint[], of: (epoch: EpochPoint) => number | null): Curve {
  return { name, points: epochs.flatMap((point) => (of(point) === null ? [] : [[point.epoch, of(point)!] as const])) };
}
