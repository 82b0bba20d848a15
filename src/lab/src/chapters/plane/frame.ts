import type { PlaneInfo } from '../../engine/types';

/** A layer's numbers: weights, a row a neuron, and biases, and their derivatives. */
export interface LayerNumbers {
  readonly inputs: number;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
  readonly weightSlopes: Float32Array;
  readonly biasSlopes: Float32Array;
}

/** What the engine says of one moment, in one message (see PlaneRoom.Frame). */
export interface Frame {
  /** Places in a row of the outputs' pictures and of the neurons'. */
  readonly size: number;
  readonly small: number;
  /** A picture an output. */
  readonly outputs: readonly Float32Array[];
  /** By hidden layer, a picture a neuron. */
  readonly hidden: readonly (readonly Float32Array[])[];
  readonly layers: readonly LayerNumbers[];
}

/** How finely the plane is drawn: while it learns coarser, so that more pictures come in a second. */
export const atRest = { size: 100, small: 40 } as const;
export const inMotion = { size: 60, small: 24 } as const;

export function frameOf(numbers: Float32Array, { sizes }: PlaneInfo, { size, small }: { readonly size: number; readonly small: number }): Frame {
  let at = 0;
  const take = (count: number): Float32Array => numbers.subarray(at, (at += count));
  const pictures = (count: number, side: number): Float32Array[] => Array.from({ length: count }, () => take(side * side));
  const outputs = pictures(sizes.at(-1)!, size);
  const hidden = sizes.slice(1, -1).map((neurons) => pictures(neurons, small));
  const layers = sizes.slice(1).map((neurons, l) => ({
    inputs: sizes[l]!,
    weights: take(neurons * sizes[l]!),
    biases: take(neurons),
    weightSlopes: take(neurons * sizes[l]!),
    biasSlopes: take(neurons),
  }));
  return { size, small, outputs, hidden, layers };
}
