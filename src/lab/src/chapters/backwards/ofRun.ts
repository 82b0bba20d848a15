import type { Engine } from '../../engine/client';
import { lab } from '../../state';
import { ask, type Answer } from '../../state/query.svelte';

const ofRun = {
  engine: lab.engine,
  get ready() {
    return lab.ready;
  },
  get answering() {
    return lab.ready;
  },
  travelling: false,
  playing: false,
  get run() {
    return lab.run;
  },
  example: { set: 'train', index: 0 },
  version: 0,
} as const;

/** Asks what follows from the run and its data alone: neither training nor another example asks it anew. */
export function askOfRun<K, T>(key: () => K | null, question: (engine: Engine, key: K) => Promise<T>): Answer<T> {
  return ask(ofRun, key, question);
}
