import { describe, expect, it } from 'vitest';
import { edgesBetween, headsOf, layOut } from './diagram';

const size = [900, 480, 200, 60] as const;

describe.each([[[784, 16, 16, 10]], [[784, 30, 10]], [[784, 100, 50, 10]], [[784, 10]], [[4, 1, 3]]])('a diagram of %s', (sizes) => {
  const { columns } = layOut(sizes, ...size, { layer: 1, neuron: sizes[1]! >> 1 });

  it('has every layer within the drawing, with room to hit each neuron', () => {
    expect(columns.map((column) => column.size)).toEqual(sizes.slice(1));
    for (const { x, neurons, gaps } of columns) {
      expect(x).toBeLessThanOrEqual(size[0] - size[3]);
      const heights = [...neurons.map(({ y }) => y), ...gaps].sort((a, b) => a - b);
      expect(heights[0]).toBeGreaterThan(0);
      expect(heights.at(-1)).toBeLessThan(size[1]);
      for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThanOrEqual(23.9);
    }
  });

  it('says where neurons are left out, and shows the chosen one', () => {
    for (const column of columns) expect(column.gaps.length > 0).toBe(column.neurons.length < column.size);
    expect(columns[0]!.neurons.map(({ neuron }) => neuron)).toContain(sizes[1]! >> 1);
  });
});

it.each([
  [640, [784, 16, 16, 10], 'words'],
  [640, [784, 16, 16, 16, 16, 16, 16, 10], 'numbers'],
  [260, [784, 500, 500, 500, 500, 500, 500, 500, 10], 'turns'],
] as const)('in %s pixels the heads of %s are %s, for else they would collide', (width, sizes, heads) => {
  expect(headsOf(layOut(sizes, width, 480, 220, 40, null).columns, false)).toBe(heads);
});

it('of many weights the strongest are drawn, and those of the chosen neuron', () => {
  const [before, column] = layOut([784, 100, 50, 10], ...size, null).columns;
  const weights = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i));
  const edges = edgesBetween(before!, column!, weights, 0);
  expect(edges.filter((edge) => edge.neuron === 0)).toHaveLength(before!.neurons.length);
  expect(edges.length).toBeLessThanOrEqual(340);
  expect(edges.every((edge) => edge.weight === weights[edge.neuron * 100 + edge.input])).toBe(true);
});
