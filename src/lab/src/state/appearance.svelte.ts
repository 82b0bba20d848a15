import { view } from './current.svelte';

const system = matchMedia('(prefers-color-scheme: dark)');
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** How the page looks now: the visitor's choice, or the system's. */
class Appearance {
  #systemDark = $state(system.matches);
  #systemReduced = $state(reduced.matches);

  constructor() {
    system.addEventListener('change', () => (this.#systemDark = system.matches));
    reduced.addEventListener('change', () => (this.#systemReduced = reduced.matches));
  }

  get dark(): boolean {
    return view.theme === 'auto' ? this.#systemDark : view.theme === 'dark';
  }

  /** Whether things may move. */
  get motion(): boolean {
    return view.motion && !this.#systemReduced;
  }
}

export const appearance = new Appearance();
