import { describe, expect, it } from 'vitest';
import type { PathView, PlaneOfCost } from '../../engine/types';
import { lowestOf, walkersOf } from './walkers';

const path = (batchSize: number, steps: readonly number[], costs: readonly number[]): PathView => ({
  batchSize,
  steps,
  x: steps.map(() => 0),
  y: steps.map(() => 0),
  costs,
  outside: 0,
  diverged: false,
});

describe('those who go down', () => {
  it('step at the same pace', () => {
    const plane = { examples: 20, paths: [path(20, [0, 1, 2], [3, 2, 1]), path(10, [0, 1, 2], [3, 2.5, 2]), path(1, [0, 1, 2], [3, 4, 5])] } as unknown as PlaneOfCost;
    const walkers = walkersOf(plane, 'steps', 1);
    expect(walkers.map(({ steps, cost }) => [steps, cost])).toEqual([[1, 2], [1, 2.5], [1, 4]]);
    expect(lowestOf(walkers)?.kind).toBe('all');
  });

  it('or look at as many examples each', () => {
    const plane = { examples: 20, paths: [path(20, [0, 1, 2], [3, 2, 1]), path(10, [0, 2, 4], [3, 1, 0.5]), path(1, [0, 20, 40], [3, 0.2, 0.1])] } as unknown as PlaneOfCost;
    const walkers = walkersOf(plane, 'effort', 1);
    expect(walkers.map(({ steps, path: { batchSize } }) => steps * batchSize)).toEqual([20, 20, 20]);
    expect(lowestOf(walkers)?.kind).toBe('one');
  });

  it('stand where they got to, if one of them fell off', () => {
    const plane = { examples: 20, paths: [path(20, [0, 1], [3, 2])] } as unknown as PlaneOfCost;
    expect(walkersOf(plane, 'steps', 60)[0]).toMatchObject({ last: 1, steps: 1, cost: 2 });
  });
});
