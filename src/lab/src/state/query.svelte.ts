import type { Engine } from '../engine/client';
import type { ExampleRef, RunInfo } from '../engine/types';
import { said } from '../messages/t.svelte';
import { wordsOf, type Words } from '../messages/words';

/** The engine's answer to a question about what is shown now. */
export interface Answer<T> {
  /** The latest answer; the one before stays until the next is here. Null before the first, and when another run starts. */
  readonly value: T | null;
  /** Whether a newer answer is on its way. */
  readonly stale: boolean;
  /** Why there is no answer, in the page's language. */
  readonly error: string | null;
}

/** What answers depend on. */
export interface Asked {
  readonly engine: Engine;
  readonly ready: boolean;
  /** Whether at least what concerns the shown example alone can be asked. */
  readonly answering: boolean;
  /** Whether the engine is on its way to the moment that is to be shown: what it would answer is about another. */
  readonly travelling: boolean;
  /** Whether moment follows moment by itself. */
  readonly playing: boolean;
  readonly run: RunInfo | null;
  readonly example: ExampleRef;
  readonly version: number;
}

/** How many of the answers that are shown are not yet about what is shown now. */
class Questions {
  underWay = $state(0);
  // While effects end, state reads as it was before; what is counted must not.
  #count = 0;

  /** Counts what is under way; call while a component is set up. */
  count(isUnderWay: () => boolean): void {
    $effect(() => {
      if (!isUnderWay()) return;
      this.underWay = ++this.#count;
      return () => void (this.underWay = --this.#count);
    });
  }
}

export const questions = new Questions();

/** What an answer is made from: the shown example and the network, or all of the data too. */
export type Basis = 'example' | 'data';

/** Whether a question follows every moment, or, as its answer takes long, lets moments pass while time is played; another key or example is asked at once all the same. */
export type Pace = 'always' | 'at rest';

/**
 * Asks the engine now, and again whenever the moment, the example, an edit or the key changes. One question of a kind is under
 * way at a time; of those that come meanwhile only the last is asked. On the way to another moment nothing is asked, and the last
 * answer stays.
 *
 * `key` says what the question depends on besides (a layer, a neuron); null asks nothing. Chapters call `lab.ask` while a component is set up:
 * `const neuron = lab.ask(() => view.selection, (engine, at, example) => engine.neuron(example, at.layer, at.neuron))`.
 */
export function ask<K, T>(
  lab: Asked,
  key: () => K | null,
  question: (engine: Engine, key: K, example: ExampleRef) => Promise<T>,
  basis: Basis = 'example',
  pace: Pace = 'always',
): Answer<T> {
  const answer = new CurrentAnswer<T>();
  let current: { key: K; example: ExampleRef; moment: number } | null = null;
  let underWay = false;
  let run: string | null = null;
  /** What the last question asked at rest was about, the moment aside. */
  let about = '';

  async function go(): Promise<void> {
    if (underWay) return;
    underWay = true;
    for (let asked = null; current !== null && current !== asked;) {
      asked = current;
      const askedOf = run;
      const [value, error] = await settled(question(lab.engine, asked.key, asked.example));
      if (askedOf !== run || current === null || lab.travelling) continue;
      if (error === null) answer.value = value;
      answer.problem = error;
      answer.stale = current !== asked;
    }
    underWay = false;
  }

  $effect(() => {
    const wanted = key();
    const moment = lab.version;
    if (run !== (lab.run?.name ?? null)) {
      run = lab.run?.name ?? null;
      answer.value = null;
      answer.problem = null;
    }
    if (lab.travelling) {
      current = null;
      answer.stale = wanted !== null;
      if (wanted === null) answer.value = null;
      return;
    }
    const can = basis === 'data' ? lab.ready : lab.answering;
    if (pace === 'at rest') {
      const now = JSON.stringify([run, wanted, lab.example]);
      if (lab.playing && now === about && can && wanted !== null) {
        answer.stale = true;
        return;
      }
      about = can ? now : '';
    }
    current = wanted === null || !can ? null : { key: wanted, example: lab.example, moment };
    answer.stale = current !== null;
    if (current === null) answer.value = null;
    else void go();
  });
  questions.count(() => answer.stale);
  return answer;
}

class CurrentAnswer<T> implements Answer<T> {
  value = $state.raw<T | null>(null);
  stale = $state(false);
  problem = $state.raw<Words | null>(null);

  get error(): string | null {
    return this.problem === null ? null : said(this.problem);
  }
}

async function settled<T>(promise: Promise<T>): Promise<[T, null] | [null, Words]> {
  try {
    return [await promise, null];
  } catch (problem) {
    return [null, wordsOf(problem)];
  }
}
