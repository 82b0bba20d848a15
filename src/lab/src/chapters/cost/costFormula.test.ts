import { expect, it } from 'vitest';
import type { ExampleCost } from '../../engine/types';
import { general, withNumbers } from './costFormula';

function example(cost: number, ...parts: readonly string[]): ExampleCost {
  const outputs = parts.map((tex, output) => ({ output, activation: 0.5, target: 1, difference: -0.5, square: 0.25, part: 0.25, tex }));
  return { name: '', formula: '', partFormula: '', cost, outputs };
}

it('parts are joined by their signs, and a line never breaks within one', () => {
  expect(withNumbers(example(0.3125, '(-0.25-0)^2', '(0.50-1)^2'))).toBe('C_0={(-0.25-0)^2}+{(0.50-1)^2}=0.3125');
  expect(withNumbers(example(0.47, '-\\ln(1--0.250)', '-\\ln 0.500'))).toBe('C_0=-{\\ln(1--0.250)}-{\\ln 0.500}=0.4700');
});

it('parts of which nothing is left are not shown', () => {
  expect(withNumbers(example(0.6931, '', '-\\ln 0.500', ''))).toBe('C_0=-{\\ln 0.500}=0.6931');
  expect(withNumbers(example(0, ''))).toBe('C_0=0=0.0000');
});

it.each([
  ['Σ(a−y)²', '\\sum_j (a_j-y_j)^2'],
  ['½Σ(a−y)²', '\\tfrac12\\sum_j (a_j-y_j)^2'],
  ['−Σ y·ln a', '-\\sum_j y_j\\ln a_j'],
  ['−Σ[y·ln a + (1−y)·ln(1−a)]', '-\\sum_j [y_j\\ln a_j + (1-y_j)\\ln (1-a_j)]'],
])('%s is in TeX what the engine says in text', (formula, tex) => {
  expect(general(formula)).toBe(`C_0=${tex}`);
});
