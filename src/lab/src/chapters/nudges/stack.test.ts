import { describe, expect, it } from 'vitest';
import { stack } from './stack';

describe('a stack of wishes', () => {
  it('puts those up above the line and those down below it, in their order', () => {
    const { segments, top, bottom } = stack([2, -1, 3, -4]);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [0, -1],
      [2, 5],
      [-1, -5],
    ]);
    expect([top, bottom]).toEqual([5, -5]);
  });

  it('of nothing has no height', () => {
    expect(stack([])).toEqual({ segments: [], top: 0, bottom: 0 });
  });
});
