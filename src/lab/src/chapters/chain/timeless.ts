import { lab } from '../../state';
import { ask, type Answer, type Asked } from '../../state/query.svelte';
import type { Engine } from '../../engine/client';

const always: Asked = {
  engine: lab.engine,
  get ready() {
    return lab.about !== null;
  },
  get answering() {
    return this.ready;
  },
  travelling: false,
  playing: false,
  run: null,
  example: { set: 'test', index: 0 },
  version: 0,
};

/** Asks what has nothing to do with the run: training does not ask it anew. */
export function askTimeless<K, T>(key: () => K, question: (engine: Engine, key: K) => Promise<T>): Answer<T> {
  return ask(always, key, question);
}
