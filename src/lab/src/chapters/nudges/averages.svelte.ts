import type { Averaging, Parameter } from '../../engine/types';
import { wordsOf, type Words } from '../../messages/words';
import { lab, view } from '../../state';
import { questions } from '../../state/query.svelte';

/** How many parameters the table has, those with the largest means. */
const rows = 12;

/** Time enough for a hand on the scrubber to go on. */
const rest = 120;

/** The table of the mini-batch that comes next, with its examples' pictures. */
export interface BatchTable {
  /** Steps before the mini-batch. */
  readonly step: number;
  readonly averaging: Averaging;
  readonly pictures: readonly Uint8Array[];
}

/**
 * The wishes of a whole mini-batch, beside those of all examples. As the latter take a while, they are only asked for when
 * training rests; until then, and while the next come, the last ones stay.
 */
export class BatchWishes {
  value = $state.raw<BatchTable | null>(null);
  /** The part of the work that is done, 0 to 1; null where none is under way. */
  done = $state<number | null>(null);
  error = $state.raw<Words | null>(null);
  /** Whether the visitor stopped the work. */
  stopped = $state(false);
  /** Whether the work waits for a hand to come to rest. */
  #waits = $state(false);
  #work: AbortController | null = null;
  #run: unknown = null;

  /** Call while a component is set up. */
  constructor() {
    $effect(() => {
      void lab.version;
      const also = this.#also;
      if (this.#run !== lab.run) {
        this.#run = lab.run;
        this.value = null;
      }
      if (!lab.ready || lab.playing || lab.travelling) return this.#end();
      this.#waits = true;
      const timer = setTimeout(() => void this.#ask(also), rest);
      return () => {
        clearTimeout(timer);
        this.#waits = false;
      };
    });
    questions.count(() => this.#waits || this.done !== null);
    $effect(() => () => this.#end());
  }

  /** Starts the work again. */
  start(): void {
    void this.#ask(this.#also);
  }

  /** Stops the work; what was there stays. */
  stop(): void {
    this.#end();
    this.stopped = true;
  }

  /** The selected parameter has a row, however small its wish is. */
  get #also(): readonly Parameter[] {
    const selection = view.selection;
    if (!selection) return [];
    const { layer, neuron, input } = selection;
    return [{ layer, neuron, input: typeof input === 'number' ? input : null }];
  }

  #end(): void {
    this.#work?.abort();
    this.#work = null;
    this.done = null;
  }

  async #ask(also: readonly Parameter[]): Promise<void> {
    this.#end();
    const mine = new AbortController();
    this.#work = mine;
    this.done = 0;
    this.#waits = false;
    this.stopped = false;
    try {
      // After the last step no mini-batch comes; the last one is shown again.
      const batch = await lab.engine.batch(Math.max(0, Math.min(lab.step, (lab.run?.steps ?? 1) - 1)));
      const averaging = await lab.engine.averaging(batch.examples, rows, also, {
        signal: mine.signal,
        progress: (done) => this.#work === mine && (this.done = done),
      });
      const pictures = await this.#pictures(batch.examples);
      if (this.#work !== mine) return;
      this.value = { step: batch.step, averaging, pictures };
      this.error = null;
    } catch (problem) {
      if (this.#work !== mine) return;
      this.value = null;
      this.error = wordsOf(problem);
    }
    this.#end();
  }

  async #pictures(examples: readonly number[]): Promise<readonly Uint8Array[]> {
    const known = this.value;
    if (known && known.averaging.examples.join() === examples.join()) return known.pictures;
    return Promise.all(examples.map((index) => lab.engine.pixels('train', index, 1)));
  }
}
