import type { Engine, WorkOptions } from '../../engine/client';
import { said } from '../../messages/t.svelte';
import { wordsOf, type Words } from '../../messages/words';
import { lab } from '../../state';
import { questions } from '../../state/query.svelte';

/** Time enough for a hand to come to rest. */
const rest = 150;

/** Long work about the run that stands here: it says how far it is, can be stopped, and begins anew when what it is about changes. */
export class SlicedWork<K, T> {
  value = $state.raw<{ readonly key: K; readonly result: T } | null>(null);
  /** The part that is done, 0 to 1; null where none is under way. */
  done = $state<number | null>(null);
  stopped = $state(false);
  #problem = $state.raw<Words | null>(null);
  #waits = $state(false);
  #work: AbortController | null = null;

  /** Call while a component is set up. `key` says what the work is about; null while it is not wanted. */
  constructor(
    readonly key: () => K | null,
    readonly question: (engine: Engine, key: K, options: WorkOptions) => Promise<T>,
    /** Whether it is about the moment and not the run alone. */
    ofMoment: boolean,
  ) {
    let text = $derived(JSON.stringify(this.key()));
    let run: unknown = null;
    $effect(() => {
      const key = JSON.parse(text) as K | null;
      if (ofMoment) void lab.version;
      if (run !== lab.run?.name) {
        run = lab.run?.name;
        this.value = null;
      }
      if (key === null || !lab.ready || lab.travelling || (ofMoment && lab.playing)) return;
      this.#waits = true;
      const timer = setTimeout(() => void this.#ask(key), rest);
      return () => {
        clearTimeout(timer);
        this.#waits = false;
        this.#end();
      };
    });
    questions.count(() => this.#waits || this.done !== null);
    $effect(() => () => this.#end());
  }

  get error(): string | null {
    return this.#problem === null ? null : said(this.#problem);
  }

  start(): void {
    const key = this.key();
    if (key !== null) void this.#ask(key);
  }

  stop(): void {
    this.#end();
    this.stopped = true;
  }

  #end(): void {
    this.#work?.abort();
    this.#work = null;
    this.done = null;
  }

  async #ask(key: K): Promise<void> {
    this.#end();
    const mine = new AbortController();
    this.#work = mine;
    this.#waits = false;
    this.stopped = false;
    this.done = 0;
    try {
      const result = await this.question(lab.engine, key, { signal: mine.signal, progress: (done) => this.#work === mine && (this.done = done) });
      if (this.#work !== mine) return;
      this.value = { key, result };
      this.#problem = null;
    } catch (problem) {
      if (this.#work !== mine) return;
      this.value = null;
      this.#problem = wordsOf(problem);
    }
    this.#work = null;
    this.done = null;
  }
}
