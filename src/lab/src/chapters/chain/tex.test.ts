import { expect, it } from 'vitest';
import { texNumber, texOf } from './tex';

it.each([
  ['δ^L_j = a^L_j − y_j', '\\delta ^{(L)}_{j} = a^{(L)}_{j} - y_{j}'],
  ['∂C/∂b^l_j = δ^l_j', "\\frac{\\partial C}{\\partial b^{(l)}_{j}} = \\delta ^{(l)}_{j}"],
  ['(W^(l+1))ᵀ δ^(l+1) ⊙ σ′(z^l)', "(W^{(l+1)})^{\\mathsf T} \\delta ^{(l+1)} \\odot  \\sigma '(z^{(l)})"],
  ['∂C/∂b^l = 1/m · Δ^l · 1', '\\frac{\\partial C}{\\partial b^{(l)}} = \\tfrac{1}{m} \\cdot  \\Delta ^{(l)} \\cdot  \\mathbf{1}'],
  ['∂C/∂W2', '\\frac{\\partial C}{\\partial W^{(2)}}'],
  ['(W3)ᵀ', '(W^{(3)})^{\\mathsf T}'],
  ['∇_a C', '\\nabla _{a} C'],
])('%s becomes TeX', (plain, tex) => expect(texOf(plain)).toBe(tex));

it('numbers become TeX, negative factors in parentheses', () => {
  expect([texNumber(-0.5), texNumber(-0.5, false), texNumber(1.234e-7), texNumber(12345), texNumber(null)]).toEqual([
    '(-0.5)',
    '-0.5',
    '1.23\\cdot 10^{-7}',
    '12{,}345',
    '\\text{–}',
  ]);
});
