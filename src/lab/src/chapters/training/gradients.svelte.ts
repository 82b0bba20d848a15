import type { BatchGradient, RunInfo } from '../../engine/types';

/** How many moments are kept: enough to see a course. */
const most = 600;

/** The gradients of the moments that were looked at, in the order of the run; kept while the visitor is in other chapters. */
class Gradients {
  moments = $state.raw<readonly BatchGradient[]>([]);
  #run = '';

  add(run: RunInfo, gradient: BatchGradient): void {
    const before = this.#run === run.name ? this.moments : [];
    this.#run = run.name;
    const at = before.findIndex(({ step }) => step >= gradient.step);
    const place = at < 0 ? before.length : at;
    const known = before[place]?.step === gradient.step;
    const all = [...before.slice(0, place), gradient, ...before.slice(place + (known ? 1 : 0))];
    this.moments = all.length > most ? all.filter((_, i) => i % 2 === 0 || i === all.length - 1) : all;
  }

  of(run: RunInfo): readonly BatchGradient[] {
    // Asked for first, so that whoever shows them learns of the first one too.
    const { moments } = this;
    return this.#run === run.name ? moments : [];
  }
}

export const gradients = new Gradients();
