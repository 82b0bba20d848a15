import { lab, view } from './index';

/** Where the visitor stands with the run: it came trained, was reset to random, learns, or was trained here; null in between. */
export type Stage = 'given' | 'random' | 'learning' | 'trained';

class Act {
  /** The run that was seen before its end: what it ends with was trained here. */
  #seen = $state<string | null>(null);

  constructor() {
    $effect.root(() => {
      $effect(() => {
        if (lab.ready && lab.moment !== null && !lab.openRun.ended) this.#seen = lab.run?.name ?? null;
      });
    });
  }

  get stage(): Stage | null {
    if (lab.moment === null || view.model !== null || view.edits.length > 0) return null;
    if (lab.openRun.ended) return lab.moment.state !== 'finished' ? null : this.#seen === lab.run?.name ? 'trained' : 'given';
    if (lab.playing) return 'learning';
    return lab.step === 0 ? 'random' : null;
  }
}

export const act = new Act();
