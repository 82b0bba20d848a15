import { describe, expect, it } from 'vitest';
import { answersOf } from './answers';

describe('an answer', () => {
  it.each([
    { outputs: [0.01, 0.02, 0.97, 0.1], best: 2, second: 3, verdict: 'sure' },
    { outputs: [0.01, 0.42, 0.31, 0.1], best: 1, second: 2, verdict: 'weak' },
    { outputs: [0.8, 0.02, 0.03, 0.6], best: 0, second: 3, verdict: 'torn' },
    { outputs: [-3, -1], best: 1, second: 0, verdict: 'weak' },
    { outputs: [0.9], best: 0, second: 0, verdict: 'sure' },
  ])('of $outputs is $verdict', ({ outputs, ...answers }) => {
    expect(answersOf(outputs)).toEqual(answers);
  });
});
