import { expect, it } from 'vitest';
import { fixed, percent, short, signed, whole } from './numbers';

it.each([
  [0, '0'],
  [1, '1'],
  [-0.5, '−0.5'],
  [0.12345, '0.123'],
  [1234.567, '1,235'],
  [13002, '13,002'],
  [0.00001234, '1.23·10⁻⁵'],
  [-2.5e9, '−2.5·10⁹'],
  [NaN, '–'],
  [-Infinity, '−∞'],
])('%s is written %s', (value, text) => expect(short(value)).toBe(text));

it('columns line up, and no zero has a sign', () => {
  expect([fixed(-0.001), fixed(-1.005), signed(0.5), signed(-0.5), signed(0.001)]).toEqual(['0.00', '−1.00', '+0.50', '−0.50', '0.00']);
  expect([whole(60000), percent(0.9512)]).toEqual(['60,000', '95.1 %']);
});
