import { bisectCenter, bisectRight } from 'd3-array';
import type { CostPoint } from '../engine/types';
import { ThinLine, type Point } from '../components/thin';

/** The costs of a run's mini-batches so far: every one to be looked up, and a line of them to be drawn. */
export class CostHistory {
  readonly line = new ThinLine();
  readonly #steps: number[] = [];
  readonly #costs: number[] = [];

  /** Adds what is new, and says whether there was any; a moment that is passed again brings the same points again. */
  add(points: readonly CostPoint[]): boolean {
    const before = this.#steps.length;
    for (const { step, cost } of points) {
      if (step <= (this.#steps.at(-1) ?? -1)) continue;
      this.#steps.push(step);
      this.#costs.push(cost);
      this.line.add([step, cost]);
    }
    return this.#steps.length > before;
  }

  /** The last cost that was known at a step; null before the first. */
  at(step: number): number | null {
    return this.#costs[bisectRight(this.#steps, step) - 1] ?? null;
  }

  /** The step nearest to one whose cost is known, and that cost; null beyond what was trained. */
  nearest(step: number): Point | null {
    const last = this.#steps.at(-1);
    if (last === undefined || step > last + this.#steps[0]!) return null;
    const at = bisectCenter(this.#steps, step);
    return [this.#steps[at]!, this.#costs[at]!];
  }
}
