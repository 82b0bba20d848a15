import { describe, expect, it } from 'vitest';
import { numberIn } from './guess';

describe('a number that somebody writes', () => {
  it.each([
    ['0.09', 0.09],
    ['0,09', 0.09],
    [' −3 ', -3],
    ['–0,5', -0.5],
    ['+2', 2],
    ['.5', 0.5],
    ['13002', 13002],
    ['13,002', 13002],
    ['13 002', 13002],
    ['1,234,567.5', 1234567.5],
    ['0,090', 0.09],
    ['1.2e-3', 0.0012],
    ['1,2·10^-3', 0.0012],
    ['3，5', 3.5],
  ])('%j is read', (text, value) => expect(numberIn(text)).toBeCloseTo(value, 12));

  it.each(['', '-', 'a half', '1.2.3', '1,2,3', '0x10', 'Infinity', '1e'])('%j is none', (text) => expect(numberIn(text)).toBeNull());
});
