import { keep, kept } from './current.svelte';

/** Whether this visitor ever pressed a neuron, in this browser: until then a ring says that one can. */
class Hint {
  wanted = $state(kept('neuronPressed', ['yes']) === null);

  done(): void {
    if (!this.wanted) return;
    this.wanted = false;
    keep('neuronPressed', 'yes');
  }
}

export const hint = new Hint();
