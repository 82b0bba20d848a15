import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../engine/client';
import type { ExampleRef, RunInfo } from '../engine/types';
import { ask, questions, type Answer, type Asked, type Pace } from './query.svelte';

class State implements Asked {
  readonly engine = {} as Engine;
  ready = $state(true);
  answering = $state(true);
  travelling = $state(false);
  playing = $state(false);
  run = $state.raw<RunInfo | null>({ name: 'one' } as RunInfo);
  example = $state.raw<ExampleRef>({ set: 'test', index: 0 });
  version = $state(0);
}

/** A lab whose engine answers when the test says so: with the key, the example and the version that it was asked at. */
function make(pace?: Pace): { lab: State; answer: Answer<string>; asked: (() => Promise<void>)[]; key: { at: number | null } } {
  const lab = new State();
  const asked: (() => Promise<void>)[] = [];
  const key = $state<{ at: number | null }>({ at: 1 });
  let answer: Answer<string> | undefined;
  $effect.root(() => {
    answer = ask(
      lab,
      () => key.at,
      (_, at, example) =>
        new Promise<string>((resolve, reject) => {
          const text = `${at} of ${example.index} at ${lab.version}`;
          asked.push(async () => {
            if (at === 13) reject(new Error('There is no 13.'));
            else resolve(text);
            await new Promise((later) => setTimeout(later));
            flushSync();
          });
        }),
      'data',
      pace,
    );
  });
  flushSync();
  return { lab, answer: answer!, asked, key };
}

describe('a question', () => {
  it('is asked at once, and again when what it depends on changed; the old answer stays meanwhile', async () => {
    const { lab, answer, asked } = make();
    expect([answer.value, answer.stale]).toEqual([null, true]);
    await asked[0]!();
    expect([answer.value, answer.stale]).toEqual(['1 of 0 at 0', false]);
    lab.example = { set: 'test', index: 5 };
    flushSync();
    expect([answer.value, answer.stale]).toEqual(['1 of 0 at 0', true]);
    await asked[1]!();
    expect([answer.value, answer.stale]).toEqual(['1 of 5 at 0', false]);
  });

  it('that is overtaken is asked once more, for the last state alone', async () => {
    const { lab, answer, asked } = make();
    for (let i = 0; i < 5; i++) {
      lab.version++;
      flushSync();
    }
    await asked[0]!();
    expect(asked).toHaveLength(2);
    await asked[1]!();
    expect(asked).toHaveLength(2);
    expect([answer.value, answer.stale]).toEqual(['1 of 0 at 5', false]);
  });

  it('has no answer of another run', async () => {
    const { lab, answer, asked } = make();
    await asked[0]!();
    lab.run = { name: 'another' } as RunInfo;
    flushSync();
    expect(answer.value).toBeNull();
    await asked[1]!();
    expect(answer.value).toBe('1 of 0 at 0');
  });

  it('is not asked on the way to another moment, and an answer from there is dropped', async () => {
    const { lab, answer, asked } = make();
    await asked[0]!();
    lab.version = 1;
    flushSync();
    lab.travelling = true;
    flushSync();
    await asked[1]!();
    lab.version = 2;
    flushSync();
    expect([asked.length, answer.value, answer.stale]).toEqual([2, '1 of 0 at 0', true]);
    lab.travelling = false;
    lab.version = 3;
    flushSync();
    await asked[2]!();
    expect([asked.length, answer.value, answer.stale]).toEqual([3, '1 of 0 at 3', false]);
  });

  it('that is asked at rest lets moments pass while time is played, and nothing else', async () => {
    const { lab, answer, asked, key } = make('at rest');
    lab.playing = true;
    await asked[0]!();
    for (let i = 0; i < 5; i++) {
      lab.version++;
      flushSync();
    }
    expect([asked.length, answer.value, answer.stale]).toEqual([1, '1 of 0 at 0', true]);
    key.at = 2;
    flushSync();
    await asked[1]!();
    expect([asked.length, answer.value, answer.stale]).toEqual([2, '2 of 0 at 5', false]);
    lab.example = { set: 'test', index: 5 };
    flushSync();
    await asked[2]!();
    lab.version++;
    flushSync();
    expect([asked.length, answer.value, answer.stale]).toEqual([3, '2 of 5 at 5', true]);
    lab.playing = false;
    flushSync();
    await asked[3]!();
    expect([asked.length, answer.value, answer.stale]).toEqual([4, '2 of 5 at 6', false]);
  });

  it('that is under way is counted, however many end and begin together', async () => {
    const before = questions.underWay;
    const key = $state<{ at: number | null }>({ at: 1 });
    const stop = $effect.root(() => {
      for (const odd of [0, 1, 0, 1, 0]) questions.count(() => (key.at ?? 0) % 2 === odd);
    });
    for (const [at, count] of [[1, 2], [2, 3], [1, 2]] as const) {
      key.at = at;
      flushSync();
      expect(questions.underWay - before).toBe(count);
    }
    stop();
    expect(questions.underWay).toBe(before);
  });

  it('without a key is not asked', async () => {
    const { answer, asked, key } = make();
    await asked[0]!();
    key.at = null;
    flushSync();
    expect([asked.length, answer.value, answer.stale]).toEqual([1, null, false]);
  });

  it('that the engine refuses has its words', async () => {
    const { answer, asked, key } = make();
    await asked[0]!();
    key.at = 13;
    flushSync();
    await asked[1]!();
    expect([answer.value, answer.error]).toEqual(['1 of 0 at 0', 'There is no 13.']);
  });
});
