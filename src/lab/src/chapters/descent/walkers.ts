import type { PathView, PlaneOfCost } from '../../engine/types';

export type Pace = 'steps' | 'effort';

/** One of the three who go down, as far as they have come. */
export interface Walker {
  readonly kind: 'all' | 'batch' | 'one';
  readonly path: PathView;
  /** Its place in the path. */
  readonly last: number;
  readonly steps: number;
  readonly cost: number;
  readonly color: number;
  readonly dashes: string | undefined;
}

const kinds = ['all', 'batch', 'one'] as const;
const colors = [4, 0, 1] as const;
const dashes = [undefined, '7 3', '2 3'] as const;

/** Where they are after so many steps of each, or rounds of all through the examples. */
export function walkersOf(plane: PlaneOfCost, pace: Pace, at: number): readonly Walker[] {
  return plane.paths.map((path, i) => {
    const wanted = pace === 'steps' ? at : at * Math.ceil(plane.examples / path.batchSize);
    const last = path.steps.findLastIndex((step) => step <= wanted);
    return { kind: kinds[i]!, path, last, steps: path.steps[last]!, cost: path.costs[last]!, color: colors[i]!, dashes: dashes[i] };
  });
}

/** Who is lowest. */
export function lowestOf(walkers: readonly Walker[]): Walker | null {
  return walkers.reduce<Walker | null>((one, other) => (one === null || other.cost < one.cost ? other : one), null);
}
