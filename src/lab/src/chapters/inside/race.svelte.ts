import { untrack } from 'svelte';
import type { LearningPoint, Said } from '../../engine/types';
import { wordsOf, type Words } from '../../messages/words';
import { lab, view } from '../../state';
import { questions } from '../../state/query.svelte';
import { raceOf } from './settings';

/** Wide enough to learn the largest choice by heart, and small enough not to be waited for. */
export const hidden = 50;
export const epochs = 50;

/** Long enough that asking costs little, short enough that other questions do not wait. */
const slice = 30;

export interface Race {
  readonly true: readonly LearningPoint[];
  readonly shuffled: readonly LearningPoint[];
  readonly done: number;
  readonly examples: number;
  readonly findings: readonly Said[];
}

/** True against shuffled labels, in slices between which the engine answers everything else. */
export class LabelRacing {
  value = $state.raw<Race | null>(null);
  running = $state(false);
  error = $state.raw<Words | null>(null);
  #mine = {};
  /** What is asked for, so that nothing else of the address begins it anew. */
  #key = $derived(lab.ready && lab.run !== null && raceOf(view.own) !== null ? `${lab.run.name} ${view.own['inside.race']}` : null);

  /** Call while a component is set up. */
  constructor() {
    $effect(() => {
      this.value = null;
      this.error = null;
      if (this.#key !== null) untrack(() => void this.start());
      return () => this.stop();
    });
    questions.count(() => this.running);
  }

  stop(): void {
    this.#mine = {};
    this.running = false;
  }

  /** Begins, or goes on where it was stopped. */
  async start(): Promise<void> {
    const choice = raceOf(view.own);
    if (choice === null) return;
    const mine = (this.#mine = {});
    this.running = true;
    let known: Race = { true: [], shuffled: [], done: 0, examples: choice.examples, findings: [] };
    try {
      while (known.done < 1) {
        const next = await lab.engine.labelRace(choice.examples, hidden, epochs, choice.seed, known.true.length, slice);
        if (this.#mine !== mine) return;
        known = { ...next, true: [...known.true, ...next.true], shuffled: [...known.shuffled, ...next.shuffled] };
        this.value = known;
      }
    } catch (problem) {
      if (this.#mine !== mine) return;
      this.error = wordsOf(problem);
    }
    this.running = false;
  }
}
