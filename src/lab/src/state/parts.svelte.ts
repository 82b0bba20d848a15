import { untrack } from 'svelte';

/** A part of the page that a link can hide. */
export interface Part {
  readonly name: string;
  /** What the reader knows it by, in the page's language. */
  readonly title: string;
}

interface Listed {
  readonly name: string;
  readonly title: () => string;
}

/** The parts of the chapter that is open, hidden ones too. */
class Parts {
  #all = $state.raw<readonly Listed[]>([]);

  /** Lists a part for as long as the component is there that calls this while it is set up. */
  have(name: () => string | undefined, title: () => string | undefined): void {
    $effect(() => {
      const one = { name: name() ?? '', title: () => title() ?? '' };
      if (!one.name) return;
      this.#change((all) => [...all, one]);
      return () => this.#change((all) => all.filter((other) => other !== one));
    });
  }

  /** In the order in which they came. */
  get list(): readonly Part[] {
    const titles = new Map(this.#all.map(({ name, title }) => [name, title()]));
    return [...titles].map(([name, title]) => ({ name, title }));
  }

  #change(to: (all: readonly Listed[]) => readonly Listed[]): void {
    untrack(() => (this.#all = to(this.#all)));
  }
}

export const parts = new Parts();
