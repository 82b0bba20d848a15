import { appearance, lab, view } from './index';

/** How long a digit must stay as it is before its wave begins, in milliseconds: while a pen moves there is none. */
const still = 150;

/** When light runs through the network: once for each digit that is newly read, and never while the network trains. */
export class Wave {
  /** Whether one runs. */
  runs = $state(false);
  #shown = '';

  /** Call while a component is set up. */
  constructor() {
    $effect(() => {
      const wanted = JSON.stringify(view.example);
      if (lab.playing || lab.travelling) this.#shown = wanted;
      if (!appearance.motion) this.runs = false;
      if (this.runs || wanted === this.#shown || !appearance.motion || lab.explanation.value === null || lab.explanation.stale) return;
      const timer = setTimeout(() => {
        this.#shown = wanted;
        this.runs = true;
      }, still);
      return () => clearTimeout(timer);
    });
  }

  end(): void {
    this.runs = false;
  }
}
