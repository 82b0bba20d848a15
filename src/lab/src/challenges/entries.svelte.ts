import type { ChallengeEntry } from '../engine/types';
import { lab } from '../state';
import { inOrder } from './order';

/** The challenges that the engine has, in the order of the lectures; none until they were asked for. */
class Entries {
  list = $state.raw<readonly ChallengeEntry[]>([]);
  #asked = false;

  /** Asks for them, once. */
  have(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      this.list = inOrder(await lab.engine.challenges());
    } catch {
      // An engine that failed says so itself; whoever comes next asks again.
      this.#asked = false;
    }
  }
}

export const entries = new Entries();
