import type { Engine } from '../engine/client';
import type { RunCheck } from '../engine/types';
import { message, type Words } from '../messages/words';

const mnist = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'] as const;

/** Makes or fetches the data that a run wants. Null, or in words why they cannot be had. */
export async function provideData(engine: Engine, check: RunCheck, report: (done: number, count: number) => void): Promise<Words | null> {
  if (check.dataIsHere) return null;
  if (check.data === 'digits') {
    const [train, test] = [check.trainExamples ?? 8000, check.testExamples ?? 2000];
    report(0, train + test);
    await engine.makeDigits(train, test, { progress: ({ done }) => report(done, train + test) });
    return null;
  }
  const files = check.data === null ? null : await fetchOffered(check.data);
  if (check.data === null || files === null) return message('run.data.missing', { name: check.data ?? '' });
  await give(engine, check.data, files);
  return null;
}

/** Takes MNIST's four files that were dropped on the page, whatever they are named besides. */
export async function takeDropped(engine: Engine, files: readonly File[]): Promise<boolean> {
  const found = mnist.map((name) => files.find((file) => file.name.replace('.idx', '-idx').startsWith(name)));
  if (found.some((file) => file === undefined)) return false;
  await give(engine, 'mnist', await Promise.all(found.map(async (file) => new Uint8Array(await file!.arrayBuffer()))));
  return true;
}

/** What a server that has data says of a set: `nabla lab` does, a plain static host does not. */
interface Offer {
  readonly available: boolean;
  readonly files: {
    readonly trainImages: string;
    readonly trainLabels: string;
    readonly testImages: string;
    readonly testLabels: string;
  } | null;
}

async function fetchOffered(name: string): Promise<Uint8Array[] | null> {
  try {
    const { available, files } = (await (await fetched(`./data/${name}/index.json`)).json()) as Offer;
    if (!available || files === null) return null;
    const names = [files.trainImages, files.trainLabels, files.testImages, files.testLabels];
    return await Promise.all(names.map(async (file) => new Uint8Array(await (await fetched(`./data/${name}/${file}`)).arrayBuffer())));
  } catch {
    return null;
  }
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

async function give(
  engine: Engine,
  name: string,
  [trainImages, trainLabels, testImages, testLabels]: readonly Uint8Array[],
): Promise<void> {
  await engine.setImages(name, trainImages!, trainLabels!, testImages!, testLabels!);
}
