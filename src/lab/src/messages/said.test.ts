import { describe, expect, it } from 'vitest';
import { plainly, saidBy, together } from './said';
import examples from './said.examples.json';

describe('a sentence of the engine', () => {
  it.each(examples)('is said as the engine says it: $what', ({ catalogue, key, values, text }) => {
    expect(saidBy(catalogue, { key, values })).toBe(text);
  });

  it('follows another, and each keeps its full stop', () => {
    const both = together([plainly('One.'), { key: 'Two {0}.', values: ['2'] }]);
    expect(saidBy({ 'Two {0}.': '二 {0}。' }, both)).toBe('One. 二 2。');
  });
});
