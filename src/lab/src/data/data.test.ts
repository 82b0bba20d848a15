import { describe, expect, it } from 'vitest';
import catalogue from '../../../Nabla/Data/Published/PublishedCatalog.cs?raw';
import { Problem } from '../messages/words';
import { readGiven } from './given';
import { headOf, roleOf } from './idx';
import { digests, publishedSets } from './published';

/** An IDX file of zeros. */
function idx(...dimensions: number[]): Uint8Array<ArrayBuffer> {
  const head = [0, 0, 8, dimensions.length, ...dimensions.flatMap((size) => [size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255])];
  const bytes = new Uint8Array(head.length + dimensions.reduce((product, size) => product * size, 1));
  bytes.set(head);
  return bytes;
}

async function packed(content: BlobPart): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}

async function read(name: string, content: Uint8Array<ArrayBuffer>): Promise<unknown> {
  try {
    return (await readGiven(new File([content], name), () => {}, new AbortController().signal)).role;
  } catch (problem) {
    return (problem as Problem & { words: { message: string } }).words.message;
  }
}

describe('the head of an IDX file', () => {
  it('says what it holds', () => {
    expect(headOf(idx(5, 28, 30))).toEqual({ kind: 'Images', count: 5, width: 30, height: 28, length: 16 + 5 * 28 * 30 });
    expect(headOf(idx(60_000))).toEqual({ kind: 'Labels', count: 60_000, width: 1, height: 1, length: 8 + 60_000 });
    expect(headOf(new TextEncoder().encode('GIF89a, or whatever else'))).toBeNull();
    expect(headOf(idx(5, 28, 28).subarray(0, 12))).toBeNull();
    expect(headOf(idx(5, 28))).toBeNull();
  });

  it.each([
    [60_000, 'whatever', 'trainLabels'],
    [10_000, 'train (1)', 'testLabels'],
    [300, 'train-labels.idx1-ubyte', 'trainLabels'],
    [300, 'emnist-test-labels', 'testLabels'],
    [300, 'labels', null],
  ])('of %i labels in %s is of %s', (count, name, role) => expect(roleOf(headOf(idx(count))!, name)).toBe(role));
});

describe('a file that is given', async () => {
  const labels = idx(300);
  it.each([
    ['train-labels', labels, 'trainLabels'],
    ['t10k-labels.gz', (await packed(labels)), 'testLabels'],
    ['t10k-images', idx(3, 28, 28), 'testImages'],
    ['labels', labels, 'data.wrong.role'],
    ['train-images', idx(3, 32, 32), 'data.wrong.shape'],
    ['notes.txt', new Uint8Array(40), 'data.wrong.kind'],
    ['notes.gz', (await packed('hello')), 'data.wrong.kind'],
    ['long notes.gz', (await packed('hello '.repeat(9))), 'data.wrong.kind'],
    ['nothing', new Uint8Array(), 'data.wrong.kind'],
    ['train-labels', labels.slice(0, 200), 'data.wrong.damaged'],
    ['train-labels', new Uint8Array([...labels, 0]), 'data.wrong.damaged'],
    ['train-labels.gz', (await packed(labels)).slice(0, 25), 'data.wrong.damaged'],
    ['train-images', idx(200_000, 28, 28).subarray(0, 100).slice(), 'data.wrong.large'],
  ])('named %s is known, or refused in words', async (name, content, answer) => expect(await read(name, content)).toBe(answer));

  it('is known by its digest where it is a published one', () => {
    const found = [...catalogue.matchAll(/Name = "([\w-]+)"|"([0-9a-f]{64})"/g)];
    const sets = new Map<string, string[]>();
    let name = '';
    for (const [, set, digest] of found) {
      if (set) sets.set((name = set), []);
      else sets.get(name)!.push(digest!.slice(0, 16));
    }
    expect([...sets.keys()]).toEqual([...publishedSets]);
    for (const set of publishedSets) expect(digests[set]).toEqual(sets.get(set));
  });
});
