import type { Plane } from './plane.svelte';

/** What the engine says about the moment that stands, beside the frame; asked anew when the moment or the key changes. */
export class Beside<K, T> {
  value = $state.raw<T | null>(null);
  stale = $state(false);
  #asked = 0;

  /** `live` asks while it plays too, one question at a time. */
  constructor(plane: Plane, key: () => K | null, question: (key: K) => Promise<T>, live = false) {
    let isAsking = false;
    $effect(() => {
      const wanted = key();
      const moment = plane.frame;
      const asked = ++this.#asked;
      if (wanted === null || moment === null || plane.underWay) {
        this.stale = false;
        if (wanted === null) this.value = null;
        return;
      }
      if (plane.playing && (!live || isAsking)) return;
      this.stale = !plane.playing;
      isAsking = true;
      void question(wanted).then(
        (value) => {
          isAsking = false;
          if (asked !== this.#asked && !plane.playing) return;
          this.value = value;
          this.stale = false;
        },
        () => {
          // What is asked about no longer is: another network has other neurons.
          isAsking = false;
          if (asked !== this.#asked) return;
          this.value = null;
          this.stale = false;
        },
      );
    });
  }
}
