import { store, stored } from '../state/stored';
import { readKept, standingOf, type Answered, type Standing } from './answered';

const place = 'answered';
/** More than anybody answers in a course; the oldest go first. */
const most = 1000;

/** What this visitor answered and skipped. It stays in this browser, and where that keeps nothing, for as long as the page is open. */
class Kept {
  #kept = $state.raw(load());

  constructor() {
    // The page may be open twice.
    addEventListener('storage', ({ key }) => key === `nabla.${place}` && (this.#kept = load()));
  }

  get answered(): readonly Answered[] {
    return this.#kept.answered;
  }

  standing(name: string): Standing {
    return standingOf(name, this.#kept.answered, this.#kept.skipped);
  }

  /** A seed with which a challenge was not posed to this visitor before. */
  nextSeed(name: string): number {
    return 1 + Math.max(0, ...this.#kept.answered.filter(({ challenge }) => challenge === name).map(({ seed }) => seed));
  }

  add(...answers: readonly Answered[]): void {
    const { answered, skipped } = this.#kept;
    this.#keep({ answered: [...answered, ...answers].slice(-most), skipped });
  }

  skip(name: string): void {
    const { answered, skipped } = this.#kept;
    this.#keep({ answered, skipped: [...skipped.filter((other) => other !== name), name] });
  }

  forget(): void {
    this.#keep({ answered: [], skipped: [] });
  }

  #keep(kept: ReturnType<typeof readKept>): void {
    this.#kept = kept;
    store('always', place, JSON.stringify(kept));
  }
}

function load(): ReturnType<typeof readKept> {
  return readKept(stored('always', place));
}

export const kept = new Kept();
