import type { Engine } from '../engine/client';
import type { ExampleRef, Review, RunInfo } from '../engine/types';
import { lab } from './index';
import type { Answer } from './query.svelte';

/** A set that can be judged as a whole. */
export type DataSet = 'train' | 'test';

/** How long nothing must have moved to be called still, in milliseconds. */
const still = 150;

/** Waits until the network stands still, at most so long and as long as the answer is wanted. */
async function stillness(atMost: number, wanted: () => boolean = () => true): Promise<void> {
  const end = performance.now() + atMost;
  for (let version = -1; (version !== lab.version || lab.travelling) && performance.now() < end && wanted(); ) {
    version = lab.version;
    await after(still);
  }
}

/** What is drawn now and then has a frame of its own, so that none has to carry all. */
async function ownFrame(): Promise<void> {
  if (lab.playing) await after(20);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** As lab.ask, for what stands below what shows every moment: while the network trains, it is asked less often. */
export function askBelow<K, T>(key: () => K | null, question: (engine: Engine, key: K, example: ExampleRef) => Promise<T>): Answer<T> {
  return lab.ask(key, async (engine, wanted, example) => {
    if (lab.playing) await after(400);
    const value = await question(engine, wanted, example);
    await ownFrame();
    return value;
  });
}

/** As lab.ask, for what takes its time: while the network trains, it is asked only so often (a pause in milliseconds). */
export function askNowAndThen<K, T>(pause: number, key: () => K | null, question: (engine: Engine, key: K) => Promise<T>): Answer<T> {
  let most = 0;
  return lab.ask(key, async (engine, wanted) => {
    await stillness(most);
    const began = performance.now();
    const value = await question(engine, wanted);
    most = pause + 4 * (performance.now() - began);
    await ownFrame();
    return value;
  }, 'data');
}

/** As lab.ask, for what must not change under the visitor's hand while the network trains: another key is asked at once, another moment when it stands still. */
export function askAtRest<K, T>(key: () => K | null, question: (engine: Engine, key: K) => Promise<T>): Answer<T> {
  let before: { readonly run: RunInfo | null; readonly key: string } | null = null;
  let asked = true;
  $effect(() => () => (asked = false));
  const nameOf = (wanted: K | null): string => JSON.stringify(wanted);
  return lab.ask(key, async (engine, wanted) => {
    const name = nameOf(wanted);
    if (before?.run === lab.run && before.key === name) await stillness(Infinity, () => asked && nameOf(key()) === name);
    if (!asked) throw new Error('The chapter was left.');
    before = { run: lab.run, key: name };
    return question(engine, wanted);
  }, 'data');
}

/** What the network makes of a whole set, and how far the judging under way has come. */
export class ReviewAnswer {
  /** The part that is judged, 0 to 1; 1 while nothing is under way. */
  done = $state(1);
  readonly answer: Answer<Review>;

  constructor(set: () => DataSet) {
    this.answer = askNowAndThen(600, set, async (engine, of) => {
      try {
        return await engine.review(of, { progress: (done) => (this.done = done) });
      } finally {
        this.done = 1;
      }
    });
  }

  get value(): Review | null {
    return this.answer.value;
  }
}
