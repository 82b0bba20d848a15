import { describe, expect, it } from 'vitest';
import type { EpochPoint, RunInfo } from '../engine/types';
import { costCurve, epochCurve } from '../chapters/training/curves';
import { CostHistory } from '../state/costs';
import { explodes } from './curve';
import { ThinLine, type Point } from './thin';

/** Noisy as the costs of mini-batches are, the same every time. */
function noise(count: number): Point[] {
  let state = 1;
  return Array.from({ length: count }, (_, i) => {
    state = (state * 48271) % 2147483647;
    return [i, Math.exp(-i / 50_000) + state / 2147483647];
  });
}

describe('a thin line', () => {
  it('of few points is those points', () => {
    const line = new ThinLine();
    const points = noise(1000);
    for (const point of points) line.add(point);
    expect(line.points).toEqual(points);
    expect(line.means).toEqual(points);
  });

  it.each([1001, 2001, 54_321, 300_000])('of %d points is short, in order, and keeps the lowest and the highest', (count) => {
    const points = noise(count);
    const line = new ThinLine();
    for (const point of points) line.add(point);
    const kept = line.points;
    expect(kept.length).toBeLessThanOrEqual(2000);
    expect(line.means.length).toBeLessThanOrEqual(1000);
    expect(kept.every(([x], i) => i === 0 || x > kept[i - 1]![0])).toBe(true);
    const ys = points.map(([, y]) => y);
    const lowest = ys.reduce((a, b) => Math.min(a, b)), highest = ys.reduce((a, b) => Math.max(a, b));
    expect(kept.some(([, y]) => y === lowest)).toBe(true);
    expect(kept.some(([, y]) => y === highest)).toBe(true);
    // Any stretch of the line spans what the points there span.
    for (const at of [0, Math.floor(count / 3), count - 2 * line.width]) {
      const [from, to] = [Math.ceil(at / line.width) * line.width, (Math.ceil(at / line.width) + 1) * line.width];
      const here = ys.slice(from, to);
      const there = kept.filter(([x]) => x >= from && x < to).map(([, y]) => y);
      expect([Math.min(...there), Math.max(...there)]).toEqual([Math.min(...here), Math.max(...here)]);
    }
  });

  it('has means that have the mean of all', () => {
    const points = noise(65_536);
    const line = new ThinLine();
    for (const point of points) line.add(point);
    const meanOf = (of: readonly Point[]): number => of.reduce((sum, [, y]) => sum + y, 0) / of.length;
    expect(line.means.every(([x], i) => Math.abs(x - ((i + 0.5) * line.width - 0.5)) < 1e-6)).toBe(true);
    expect(meanOf(line.means)).toBeCloseTo(meanOf(points), 10);
  });
});

describe('the costs of a run of 3,000 epochs', () => {
  const history = new CostHistory();
  for (const [step, cost] of noise(300_000)) history.add([{ step: step + 1, cost }]);

  it('are all to be looked up', () => {
    const points = noise(300_000);
    for (const i of [0, 1, 777, 123_456, 299_999]) expect(history.at(i + 1)).toBe(points[i]![1]);
    expect([history.at(0), history.at(1e9)]).toEqual([null, points.at(-1)![1]]);
  });

  it('are drawn by few points', () => {
    const { points, dots } = costCurve('costs', { stepsPerEpoch: 100 } as RunInfo, history);
    expect(points.length).toBeLessThanOrEqual(2000);
    expect(dots!.length).toBeLessThanOrEqual(2000);
    expect(dots!.at(-1)![0]).toBeGreaterThan(2990);
  });

  it('and what was measured of their epochs is drawn by few points too, as they come', () => {
    const all = noise(3000).map(([i, y]) => ({ epoch: i + 1, testCost: i % 7 === 0 ? null : y, testAccuracy: y / 2 }) as EpochPoint);
    // Each time more of them, as while it trains.
    for (let count = 0; count <= 3000; count += 250) {
      const [costs, accuracies] = [epochCurve('costs', all.slice(0, count), 'testCost'), epochCurve('accuracies', all.slice(0, count), 'testAccuracy')];
      expect(accuracies.points.length).toBeLessThanOrEqual(2000);
      expect(accuracies.points.at(-1)?.[0] ?? 0).toBeGreaterThan(count - 5);
      expect(costs.points.every(([x]) => (x - 1) % 7 !== 0)).toBe(true);
      expect(accuracies.at!(count)).toEqual(count === 0 ? null : [count, 50 * all[count - 1]!.testAccuracy * 2]);
    }
    // Another course of the same epochs, such as after going back, is drawn as it is.
    expect(epochCurve('costs', all.slice(0, 10), 'testAccuracy').points.map(([x]) => x)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('explode where they leave their beginning far behind, and not where they shrink to nothing', () => {
    const of = (...ys: number[]): { name: string; points: Point[] } => ({ name: 'costs', points: ys.map((y, x) => [x, y] as const) });
    expect(explodes([of(1, 2, 50, 1e30)])).toBe(true);
    expect(explodes([of(1, 0.5, 1e-12, 3), of()])).toBe(false);
    expect(explodes([of(0, 1e30)])).toBe(false);
  });

  it('are not added twice', () => {
    expect(history.add([{ step: 5, cost: 9 }])).toBe(false);
    expect(history.at(5)).toBe(noise(5)[4]![1]);
  });
});
