import type { Engine } from '../engine/client';
import type { RunCheck } from '../engine/types';
import { say } from '../messages';
import { view } from './current.svelte';

const mnist = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'] as const;

/** Makes or fetches the data that a run wants. Null, or in words why they cannot be had. */
export async function provideData(engine: Engine, check: RunCheck, report: (done: number, count: number) => void): Promise<string | null> {
  if (check.dataIsHere) return null;
  if (check.data === 'digits') {
    const [train, test] = [check.trainExamples ?? 8000, check.testExamples ?? 2000];
    report(0, train + test);
    await engine.makeDigits(train, test, { progress: ({ done }) => report(done, train + test) });
    return null;
  }
  const files = check.data === 'mnist' ? await fetchMnist() : null;
  if (files === null) return say(view.language, 'run.data.missing');
  await giveMnist(engine, files);
  return null;
}

/** Takes MNIST's four files that were dropped on the page, whatever they are named besides. */
export async function takeDropped(engine: Engine, files: readonly File[]): Promise<boolean> {
  const found = mnist.map((name) => files.find((file) => file.name.replace('.idx', '-idx').startsWith(name)));
  if (found.some((file) => file === undefined)) return false;
  await giveMnist(engine, await Promise.all(found.map(async (file) => new Uint8Array(await file!.arrayBuffer()))));
  return true;
}

/** The four files from the server, where it offers them; a plain static host does not. */
async function fetchMnist(): Promise<Uint8Array[] | null> {
  try {
    return await Promise.all(
      mnist.map(async (name) => {
        const answer = await fetch(`./data/mnist/${name}.gz`);
        if (!answer.ok) throw new Error(answer.statusText);
        return new Uint8Array(await answer.arrayBuffer());
      }),
    );
  } catch {
    return null;
  }
}

async function giveMnist(engine: Engine, [trainImages, trainLabels, testImages, testLabels]: readonly Uint8Array[]): Promise<void> {
  await engine.setImages('mnist', trainImages!, trainLabels!, testImages!, testLabels!);
}
