import { nearest, smooth, type Curve } from '../../components/curve';
import { percent } from '../../components/numbers';
import { ThinLine, type Point } from '../../components/thin';
import type { EpochPoint, RunInfo } from '../../engine/types';
import type { CostHistory } from '../../state/costs';

/** Over how many points a line is smoothed. */
const smoothing = 15;

// Runs with other mini-batches or other data have other steps; what they share is the epoch.

/** The costs of the mini-batches by epochs, raw points under a smooth line. */
export function costCurve(name: string, { stepsPerEpoch }: RunInfo, costs: CostHistory): Curve {
  const byEpochs = ([step, cost]: Point): Point => [step / stepsPerEpoch, cost];
  const { line } = costs;
  return {
    name,
    points: smooth(line.means.map(byEpochs), Math.ceil(smoothing / line.width)),
    dots: line.points.map(byEpochs),
    at: (epoch) => {
      const point = costs.nearest(epoch * stepsPerEpoch);
      return point && byEpochs(point);
    },
  };
}

/** What is known of every epoch's end. */
type Measure = 'trainCost' | 'testCost' | 'trainAccuracy' | 'testAccuracy';

/** The line of a measure of some epochs; they grow ten times a second, and only what is new is added to it. */
interface Course {
  readonly line: ThinLine;
  count: number;
  last: EpochPoint | undefined;
}

/** By the first epoch, which stays while others follow it. */
const courses = new WeakMap<EpochPoint, Map<Measure, Course>>();

/** A measure of every epoch's end, costs as they are and accuracies in per cent; what is null there is left out. */
export function epochCurve(name: string, epochs: readonly EpochPoint[], measure: Measure): Curve {
  return {
    name,
    points: courseOf(epochs, measure),
    at: (epoch) => nearest(epochs.flatMap((point) => pointOf(point, measure)), epoch),
  };
}

function courseOf(epochs: readonly EpochPoint[], measure: Measure): readonly Point[] {
  const first = epochs[0];
  if (!first) return [];
  const known = courses.get(first) ?? new Map<Measure, Course>();
  courses.set(first, known);
  let course = known.get(measure);
  if (!course || epochs[course.count - 1] !== course.last) course = { line: new ThinLine(), count: 0, last: undefined };
  known.set(measure, course);
  for (const point of epochs.slice(course.count)) for (const one of pointOf(point, measure)) course.line.add(one);
  [course.count, course.last] = [epochs.length, epochs.at(-1)];
  return course.line.points;
}

function pointOf(point: EpochPoint, measure: Measure): readonly Point[] {
  const value = point[measure];
  const scale = measure === 'trainAccuracy' || measure === 'testAccuracy' ? 100 : 1;
  return value === null ? [] : [[point.epoch, scale * value]];
}

/** A value of a curve in per cent, in words. */
export function perCent(value: number): string {
  return percent(value / 100);
}
