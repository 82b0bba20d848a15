import { describe, expect, it } from 'vitest';
import { decadesOf, placeOf, ticksOf } from './decades';
import { depthSetting, throughOf, toggled, viaOf } from './settings';

describe('what an address says of the chapter', () => {
  it('is the usual where it says nothing, or nothing that makes sense', () => {
    const usual = { depth: 8, activation: 'sigmoid', initializer: 'xavier', seed: 1, of: 'weights' };
    expect(depthSetting({})).toEqual(usual);
    expect(depthSetting({ 'backwards.depth': 'x', 'backwards.activation': 'softmax', 'backwards.initializer': '', 'backwards.seed': '-3' })).toEqual(usual);
    expect(depthSetting({ 'backwards.depth': '99' }).depth).toBe(8);
    expect(depthSetting({ 'backwards.depth': '0' }).depth).toBe(1);
  });

  it('names the neurons of a path by layer, as far as there are such', () => {
    const via = viaOf('2.5,3.7,4.1,1.16,0.3', [784, 16, 16, 10]);
    expect([...via]).toEqual([[2, 5], [3, 7]]);
    expect(throughOf(via, 1, 3)).toEqual([5, 7]);
    expect(throughOf(via, 2, 3)).toEqual([7]);
    expect(throughOf(new Map([[3, 7]]), 1, 3)).toEqual([-1, 7]);
    expect(throughOf(via, 3, 3)).toEqual([]);
  });

  it('gains a neuron, exchanges it for another of its layer, and loses it again', () => {
    expect(toggled(new Map([[3, 7]]), 2, 5)).toBe('2.5,3.7');
    expect(toggled(new Map([[3, 7]]), 3, 5)).toBe('3.5');
    expect(toggled(new Map([[3, 7]]), 3, 7)).toBeNull();
  });
});

describe('a logarithmic axis', () => {
  it('holds all sizes between powers of ten, and gives each a bar', () => {
    expect(decadesOf([0.02, 3, 0])).toEqual([-2, 1]);
    expect(decadesOf([0.001, 1])).toEqual([-4, 0]);
    expect(decadesOf([0, 0])).toEqual([-1, 0]);
    for (const size of [0.02, 3]) expect(placeOf(size, [-2, 1])).toBeGreaterThan(0);
    expect([placeOf(1, [-4, 0]), placeOf(0.01, [-4, 0]), placeOf(0, [-4, 0])]).toEqual([1, 0.5, 0]);
  });

  it('has few ticks, the highest among them', () => {
    expect(ticksOf([-2, 1])).toEqual([-2, -1, 0, 1]);
    expect(ticksOf([-15, 0])).toEqual([-15, -12, -9, -6, -3, 0]);
  });
});
