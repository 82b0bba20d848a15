import { describe, expect, it } from 'vitest';
import { verdictOf } from './verdict';

describe('what two accuracies say', () => {
  it.each([
    ['good', 0.95, 0.94],
    ['over', 1, 0.75],
    ['under', 0.5, 0.48],
    ['both', 0.61, 0.349],
    ['under', 0.1, 0.12],
  ] as const)('%s: %d on training digits, %d on test digits', (verdict, train, test) => {
    expect(verdictOf(train, test)).toBe(verdict);
  });
});
