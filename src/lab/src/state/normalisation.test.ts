import { expect, it } from 'vitest';
import { changeOf, inkOf } from './normalisation';

const picture = (width: number, ...ink: readonly (readonly [number, number])[]): number[] =>
  Array.from({ length: width * width }, (_, i) => (ink.some(([row, column]) => row * width + column === i) ? 1 : 0));

it('ink has a centre of mass and a longer side', () => {
  expect(inkOf(picture(4, [0, 0], [0, 1]), 4)).toEqual({ x: 0.25, y: 0.125, side: 0.5 });
  expect(inkOf(picture(4), 4)).toBe(null);
});

it('a small digit in a corner is made larger and moved to the middle', () => {
  const change = changeOf({ x: 0.25, y: 0.25, side: 5 / 14 }, { x: 0.5, y: 0.5, side: 5 / 7 });
  expect(change).toEqual({ scale: 2, x: 0.25, y: 0.25 });
});
