import { bisector } from 'd3-array';
import type { Point } from './thin';

const byPlace = bisector(([x]: Point) => x).center;

/** A line of a chart: at most a few thousand points, however long the run, for it is drawn anew ten times a second. */
export interface Curve {
  readonly name: string;
  /** What it is known by where its name may change or be another's; its name where nothing is said. */
  readonly id?: string;
  readonly points: readonly Point[];
  /** Which of the six colours of lines; its place in the chart where nothing is said. */
  readonly color?: number;
  /** For `stroke-dasharray`. */
  readonly dashes?: string | undefined;
  /** Whether it is drawn stronger than the others. */
  readonly strong?: boolean | undefined;
  /** What the line is the smoothed course of; it stays in sight. */
  readonly dots?: readonly Point[];
  /** The value nearest to a place on the x axis, where the points are not all there is. */
  readonly at?: (x: number) => Point | null;
}

/** Whether values grow so far beyond where they began that only the logarithm shows how: the cost of a run that diverges. */
export function explodes(curves: readonly Curve[]): boolean {
  const all = curves.map(({ points, dots = points }) => dots);
  const arePositive = all.every((dots) => dots.every(([, y]) => y > 0));
  return arePositive && all.some((dots) => dots.some(([, y]) => y > 1e4 * dots[0]![1]));
}

/** The value of a curve nearest to a place; null where the curve does not reach. */
export function valueAt({ points, dots = points, at }: Curve, x: number): Point | null {
  return at ? at(x) : nearest(dots, x);
}

/** The nearest of points from left to right; null beyond their ends. */
export function nearest(points: readonly Point[], x: number): Point | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  // What ends at 30 is still meant a little beyond it.
  const slack = points.length > 1 ? (last[0] - first[0]) / (points.length - 1) / 2 : 0.5;
  if (x < first[0] - slack || x > last[0] + slack) return null;
  return points[byPlace(points, x)]!;
}

/** At most so many places on the x axis where the curves have points, from left to right: where keys stop. */
export function stops(curves: readonly Curve[], most = 200): readonly number[] {
  const all = [...new Set(curves.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const every = Math.ceil(all.length / most);
  return all.filter((_, i) => i % every === 0 || i === all.length - 1);
}

/** The same points, each the mean of those about it: for the eye alone, never for a number that is shown. */
export function smooth(points: Curve['points'], width: number): Curve['points'] {
  const half = Math.floor(width / 2);
  // Without an array for each point: a chart in training is smoothed ten times a second, and whoever collects the garbage stops the page.
  return points.map(([x], i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(points.length, i + half + 1);
    let sum = 0;
    for (let j = from; j < to; j++) sum += points[j]![1];
    return [x, sum / (to - from)];
  });
}
