import { expect, it } from 'vitest';
import type { ExampleCost } from '../../engine/types';
import { withNumbers } from './costFormula';

const outputs = [
  { output: 0, activation: -0.25, target: 0, difference: -0.25, square: 0.0625, part: 0.0625 },
  { output: 1, activation: 0.5, target: 1, difference: -0.5, square: 0.25, part: 0.25 },
];

function example(name: string, cost: number): ExampleCost {
  return { name, formula: '', cost, outputs };
}

it('a squared cost shows every output', () => {
  expect(withNumbers(example('quadratic', 0.3125))).toBe('C_0=(-0.25-0)^2+(0.50-1)^2=0.3125');
});

it('cross-entropy shows only the output that should be bright', () => {
  expect(withNumbers(example('cross-entropy', 0.6931))).toBe('C_0=-\\ln 0.500=0.6931');
});

it('binary cross-entropy shows what each output is held to', () => {
  expect(withNumbers(example('binary-cross-entropy', 0.47))).toBe('C_0=-\\ln(1--0.250)-\\ln 0.500=0.4700');
});
