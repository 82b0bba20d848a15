import { expect, it } from 'vitest';
import { fixed, percent, short, signed, significant, whole } from './numbers';

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

it('numbers that came out have one number of digits, whatever digits those are', () => {
  expect([1.9, 1.94, -0.028, 0.02812, 13002, 1, 0, 9.996, 0.00099999].map((value) => significant(value))).toEqual(
    ['1.90', '1.94', '−0.0280', '0.0281', '13,002', '1.00', '0', '10.0', '0.00100'],
  );
  expect([significant(-2.5e9), significant(1e-5, 4), significant(NaN)]).toEqual(['−2.50·10⁹', '1.000·10⁻⁵', '–']);
});

it('columns line up, and no zero has a sign', () => {
  expect([fixed(-0.001), fixed(-1.005), signed(0.5), signed(-0.5), signed(0.001)]).toEqual(['0.00', '−1.00', '+0.50', '−0.50', '0.00']);
  expect([whole(60000), percent(0.9512)]).toEqual(['60,000', '95.1 %']);
});
