import type { Explanation } from '../engine/types';
import { rasterize, rasterSize } from './rasterize';
import { decodeStrokes } from './strokes';
import type { ShownExample } from './view';

/**
 * A forward pass beside the engine's, for the first seconds of the first visit alone: a drawing is read at once, while WebAssembly is still
 * being loaded. From then on the engine answers. A browser test holds both equal over sixty drawings.
 */
export class FirstReading {
  /** The weights of each layer, a row a neuron, and its biases, from the first. */
  readonly layers: readonly { readonly weights: Float32Array; readonly biases: Float32Array }[];

  /**
   * @param memory What the first run remembered (see the engine's RunMemoryFile): its last network stands at the end, layer by layer, weights
   * before biases.
   */
  constructor(memory: Uint8Array, sizes: readonly number[]) {
    const counts = sizes.slice(1).map((neurons, l) => [neurons * sizes[l]!, neurons] as const);
    let at = memory.length - 4 * counts.flat().reduce((sum, count) => sum + count);
    const numbers = (count: number): Float32Array => new Float32Array(memory.slice(at, (at += 4 * count)).buffer);
    this.layers = counts.map(([weights, biases]) => ({ weights: numbers(weights), biases: numbers(biases) }));
  }

  /** What the engine will say of a drawing; null where it is not one brought into MNIST's form. */
  of(example: ShownExample): Explanation | null {
    if (example.set !== 'drawing' || !example.normalise || example.photo) return null;
    const input = normalise(rasterize(decodeStrokes(example.strokes) ?? [], example.pen), rasterSize);
    const layers = this.read(input);
    const outputs = layers.at(-1)!.a;
    return {
      example: { set: 'drawing', index: 0 },
      label: example.label,
      prediction: outputs.indexOf(Math.max(...outputs)),
      cost: null,
      target: null,
      input,
      layers: layers.map(({ z, a }, l) => ({ layer: l + 1, activation: 'sigmoid', z, a, slope: a.map((value) => value * (1 - value)), dCdA: null, delta: null })),
    };
  }

  /** z = W·a + b and a = σ(z) of each layer. */
  read(input: readonly number[]): { readonly z: readonly number[]; readonly a: readonly number[] }[] {
    let before = input;
    return this.layers.map(({ weights, biases }) => {
      const z = Array.from(biases, (bias, j) => before.reduce((sum, a, k) => sum + weights[j * before.length + k]! * a, bias));
      before = z.map((sum) => 1 / (1 + Math.exp(-sum)));
      return { z, a: before };
    });
  }
}

const size = 28;
const box = 20;
const { fround } = Math;

/** The engine's ImageNormalizer, number by number as it rounds: cropped to the ink, scaled into 20×20, centred by its mass; 0 to 1. */
function normalise(pixels: Uint8Array, side: number): number[] {
  const image = new Array<number>(size * size).fill(0);
  const brightest = Math.max(...pixels);
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  pixels.forEach((pixel, i) => {
    if (pixel > fround(fround(0.01) * brightest)) columns.add(i % side) && rows.add(Math.floor(i / side));
  });
  if (columns.size === 0) return image;
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const [width, height] = [Math.max(...columns) - left + 1, Math.max(...rows) - top + 1];
  const scale = fround(box / Math.max(width, height));
  const across = windows(width, scale);
  const down = windows(height, scale);

  const narrow = Array.from({ length: height }, (_, y) =>
    across.map((window) => window.reduce((sum, { at, weight }) => fround(sum + fround(weight * pixels[(top + y) * side + left + at]!)), 0)),
  );
  const ink = down.map((window) =>
    across.map((_, x) => Math.min(1, fround(window.reduce((sum, { at, weight }) => fround(sum + fround(weight * narrow[at]![x]!)), 0) / brightest))),
  );

  let [mass, momentX, momentY] = [0, 0, 0];
  const [xs, ys] = [new Set<number>(), new Set<number>()];
  const inked = (value: number): boolean => value >= fround(0.5 / 255);
  ink.forEach((row, y) =>
    row.forEach((value, x) => {
      if (!inked(value)) return;
      mass = fround(mass + value);
      momentX = fround(momentX + fround(value * x));
      momentY = fround(momentY + fround(value * y));
      xs.add(x);
      ys.add(y);
    }),
  );
  const moveX = place(fround(momentX / mass), xs);
  const moveY = place(fround(momentY / mass), ys);
  for (let y = Math.min(...ys); y <= Math.max(...ys); y++) {
    for (let x = Math.min(...xs); x <= Math.max(...xs); x++) image[(moveY + y) * size + moveX + x] = Math.trunc(fround(fround(ink[y]![x]! * 255) + 0.5)) / 255;
  }
  return image;
}

/** The pixels of a line that each pixel of a smaller (or larger) one is made of, with their weights. */
function windows(length: number, scale: number): { readonly at: number; readonly weight: number }[][] {
  const count = Math.max(1, Math.ceil(fround(fround(length * scale) - fround(1e-3))));
  const half = Math.max(0.5, fround(0.5 / scale));
  return Array.from({ length: count }, (_, i) => {
    const middle = fround(fround(i + 0.5) / scale);
    const [from, to] = [fround(middle - half), fround(middle + half)];
    const first = Math.max(0, Math.floor(fround(from + fround(1e-4))));
    const last = Math.min(length - 1, Math.ceil(fround(to - fround(1e-4))) - 1);
    return Array.from({ length: last - first + 1 }, (_, n) => {
      const at = first + n;
      return { at, weight: fround(fround(Math.min(to, at + 1) - Math.max(from, at)) / fround(to - from)) };
    });
  });
}

/** How far the ink moves, so that its centre of mass comes into the middle pixel and nothing leaves the image. */
function place(center: number, at: ReadonlySet<number>): number {
  const wanted = Math.floor(fround(fround(14 - center) + 0.5));
  return Math.max(-Math.min(...at), Math.min(size - 1 - Math.max(...at), wanted));
}
