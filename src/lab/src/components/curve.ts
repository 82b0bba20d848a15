import type { Point } from './thin';

/** A line of a chart: at most a few thousand points, however long the run, for it is drawn anew ten times a second. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Point[];
  /** Which of the six colours of lines; its place in the chart where nothing is said. */
  readonly color?: number;
  readonly dashed?: boolean;
  /** What the line is the smoothed course of; it stays in sight. */
  readonly dots?: readonly Point[];
}

/** Whether values grow so far beyond where they began that only the logarithm shows how: the cost of a run that diverges. */
export function explodes(curves: readonly Curve[]): boolean {
  const all = curves.map(({ points, dots = points }) => dots);
  const arePositive = all.every((dots) => dots.every(([, y]) => y > 0));
  return arePositive && all.some((dots) => dots.some(([, y]) => y > 1e4 * dots[0]![1]));
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
