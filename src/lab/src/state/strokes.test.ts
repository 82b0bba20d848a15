import { describe, expect, it } from 'vitest';
import { rasterize, rasterSize } from './rasterize';
import { decodeStrokes, encodeStrokes, padSize, type Stroke } from './strokes';

describe('a drawing', () => {
  it.each<{ strokes: Stroke[] }>([
    { strokes: [] },
    { strokes: [[[0, 0]]] },
    {
      strokes: [
        [
          [0, padSize],
          [padSize, 0],
          [17, 300],
        ],
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
  ])('goes through an address unchanged: $strokes', ({ strokes }) => {
    expect(decodeStrokes(encodeStrokes(strokes))).toEqual(strokes);
  });

  it.each(['AB', 'ABC..ABC', 'A!C', 'ABCD'])('is not read from what is none: %s', (text) => {
    expect(decodeStrokes(text)).toBeNull();
  });

  it('leaves ink where the pen was and nowhere else', () => {
    const pixels = rasterize([[[0, padSize / 2], [padSize, padSize / 2]]], 'medium');
    const middle = rasterSize / 2;
    expect(pixels[middle * rasterSize + middle]).toBe(255);
    expect(pixels[(middle - 10) * rasterSize + middle]).toBe(0);
  });
});
