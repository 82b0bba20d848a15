import { smooth, type Curve } from '../../components/curve';
import { thinned, type Point } from '../../components/thin';
import type { EpochPoint, RunInfo } from '../../engine/types';
import type { CostHistory } from '../../state/costs';

/** Over how many points a line is smoothed. */
const smoothing = 15;

// Runs with other mini-batches or other data have other steps; what they share is the epoch.

/** The costs of the mini-batches by epochs, raw points under a smooth line. */
export function costCurve(name: string, { stepsPerEpoch }: RunInfo, { line }: CostHistory): Curve {
  const byEpochs = ([step, cost]: Point): Point => [step / stepsPerEpoch, cost];
  return { name, points: smooth(line.means.map(byEpochs), Math.ceil(smoothing / line.width)), dots: line.points.map(byEpochs) };
}

/** Something of every epoch's end; what is null there is left out. */
export function epochCurve(name: string, epochs: readonly EpochPoint[], of: (epoch: EpochPoint) => number | null): Curve {
  return { name, points: thinned(epochs.flatMap((point) => (of(point) === null ? [] : [[point.epoch, of(point)!] as const]))) };
}
