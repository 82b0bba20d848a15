import { innerHeight, innerWidth } from 'svelte/reactivity/window';
import { view } from './current.svelte';

const system = matchMedia('(prefers-color-scheme: dark)');
const printed = matchMedia('print');
const reduced = matchMedia('(prefers-reduced-motion: reduce)');

/** The least window that holds the widest layout. */
const hall = { width: 1190, height: 660 };

/** How the page looks now: the visitor's choice, or the system's. */
class Appearance {
  #systemDark = $state(system.matches);
  #systemReduced = $state(reduced.matches);
  #printed = $state(printed.matches);

  constructor() {
    system.addEventListener('change', () => (this.#systemDark = system.matches));
    printed.addEventListener('change', () => (this.#printed = printed.matches));
    reduced.addEventListener('change', () => (this.#systemReduced = reduced.matches));
  }

  get dark(): boolean {
    // Ink on paper is always dark on light.
    if (this.#printed) return false;
    return view.theme === 'auto' ? this.#systemDark : view.theme === 'dark';
  }

  /** How much larger than it is laid out the page is drawn: in a hall as large as the window allows. */
  get zoom(): number {
    return view.present ? Math.max(1, Math.min((innerWidth.current ?? 0) / hall.width, (innerHeight.current ?? 0) / hall.height)) : 1;
  }

  /** Whether things may move. */
  get motion(): boolean {
    return view.motion && !this.#systemReduced;
  }
}

export const appearance = new Appearance();
