/** A line of a chart. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Which of the six colours of lines; its place in the chart where nothing is said. */
  readonly color?: number;
  readonly dashed?: boolean;
  /** Over how many points the line is smoothed; the points themselves stay in sight. */
  readonly smoothing?: number;
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
