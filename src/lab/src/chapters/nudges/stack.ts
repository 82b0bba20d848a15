/** A neuron's wishes stacked: those up above the line, those down below it. Lengths are for drawing; the sum is the engine's. */
export interface Stack {
  readonly segments: readonly Segment[];
  readonly top: number;
  readonly bottom: number;
}

export interface Segment {
  /** The neuron of the layer after whose wish it is. */
  readonly of: number;
  readonly from: number;
  readonly to: number;
}

/** Stacks wishes in the order of those who wish. */
export function stack(wishes: readonly number[]): Stack {
  let [top, bottom] = [0, 0];
  const segments = wishes.map((wish, of): Segment => {
    const from = wish < 0 ? bottom : top;
    if (wish < 0) bottom += wish;
    else top += wish;
    return { of, from, to: from + wish };
  });
  return { segments, top, bottom };
}
