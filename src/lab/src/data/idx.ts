/** The four files of a set, in the order in which the engine takes them, by the names under which they are published. */
export const roles = { trainImages: 'train-images', trainLabels: 'train-labels', testImages: 't10k-images', testLabels: 't10k-labels' } as const;
export type Role = keyof typeof roles;
export const allRoles = Object.keys(roles) as Role[];

/** What the head of an IDX file says. */
export interface IdxHead {
  readonly kind: 'Images' | 'Labels';
  readonly count: number;
  /** Of its pictures in pixels; 1 where it has labels. */
  readonly width: number;
  readonly height: number;
  /** Of the whole file in bytes, unpacked. */
  readonly length: number;
}

/** Bytes that hold the longest head: a magic number and three dimensions. */
export const headLength = 16;

/** The head of a file of bytes with one dimension (labels) or three (pictures); null where it is something else. */
export function headOf(bytes: Uint8Array): IdxHead | null {
  const [first, second, type, dimensions] = bytes;
  if (first !== 0 || second !== 0 || type !== 8 || (dimensions !== 1 && dimensions !== 3)) return null;
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, start);
  const size = (dimension: number): number => (dimension < dimensions ? view.getUint32(4 + 4 * dimension) : 1);
  const [count, height, width] = [size(0), size(1), size(2)];
  return { kind: dimensions === 3 ? 'Images' : 'Labels', count, width, height, length: start + count * height * width };
}

/** Which of the four a file is: by how much it holds, as the published ones do, and otherwise by its name; null where neither says. */
export function roleOf({ kind, count }: IdxHead, name: string): Role | null {
  const isTrain = count === 60_000 || (count !== 10_000 && /train/i.test(name));
  const isTest = count === 10_000 || (count !== 60_000 && /t10k|test/i.test(name));
  return isTrain === isTest ? null : isTrain ? `train${kind}` : `test${kind}`;
}

/** Whether a file begins as gzip does. */
export function isPacked([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}
