import { short } from '../../components/numbers';

/** A number as TeX writes it; a negative one in parentheses, where it is a factor. */
export function texNumber(value: number | null, factor = true): string {
  if (value === null) return '\\text{–}';
  const text = short(value)
    .replace('∞', '\\infty')
    .replace(/·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, power: string) => `\\cdot 10^{${[...power].map(level).join('')}}`)
    .replace(/,/g, '{,}')
    .replace(/−/g, '-');
  return factor && value < 0 ? `(${text})` : text;
}

function level(digit: string): string {
  return digit === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit));
}

const letters: Readonly<Record<string, string>> = {
  δ: '\\delta ',
  Δ: '\\Delta ',
  Σ: '\\sum ',
  σ: '\\sigma ',
  '∂': '\\partial ',
  '∇': '\\nabla ',
  '⊙': '\\odot ',
  '·': '\\cdot ',
  '−': '-',
  ᵀ: '^{\\mathsf T}',
  '′': "'",
};
const name = '[A-Za-z](?:\\d+|\\^\\([^)]*\\)|\\^\\w)?(?:_\\w+)?';
const derivative = new RegExp(`∂(${name})/∂(${name})`, 'g');

/** What the engine writes in plain text, such as `δ^l = (W^(l+1))ᵀ δ^(l+1) ⊙ σ′(z^l)` or the term `(W3)ᵀ`, in TeX. */
export function texOf(plain: string): string {
  return plain
    .replace(derivative, '\\frac{∂$1}{∂$2}')
    .replace(/1\/m/g, '\\tfrac{1}{m}')
    .replace(/· 1$/, '· \\mathbf{1}')
    .replace(/\^(?:\(([^)]*)\)|(\w))/g, (_, inner?: string, letter?: string) => `^{(${inner ?? letter})}`)
    .replace(/(δ|[A-Za-z])(\d+)/g, '$1^{($2)}')
    .replace(/_(\w+)/g, '_{$1}')
    .replace(/[δΔΣσ∂∇⊙·−ᵀ′]/g, (letter) => letters[letter]!);
}
