import type { RunInfo } from '../engine/types';

/** Pixels in a row, where the inputs of a layer are a picture; otherwise 0. */
export function pictureWidth(run: RunInfo | null, layer: number): number {
  const [width, inputs] = [run?.width ?? 0, run?.sizes[0] ?? 0];
  return layer === 1 && width > 1 && inputs % width === 0 ? width : 0;
}

/** What a weight comes from, in one way everywhere: a pixel as (row, column), counted from 0, else the number of the neuron before. */
export function sourceName(run: RunInfo | null, layer: number, input: number): string {
  const width = pictureWidth(run, layer);
  return width > 0 ? pixelName(input, width) : String(input);
}

export function pixelName(pixel: number, width: number): string {
  return `(${Math.floor(pixel / width)},\u00a0${pixel % width})`;
}
