const minus = '\u2212';

/** A number as people read it: so many significant digits, a true minus sign, powers of ten only where it must be. */
export function short(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size < 1e-4 || size >= 1e7 ? powerOfTen(size, digits) : plain(size, digits);
  return value < 0 ? minus + text : text;
}

/** A number with so many decimals, so that a column of them lines up. */
export function fixed(value: number, decimals = 2): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e7) return short(value);
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/** The same with its sign always said, for what is added. */
export function signed(value: number, decimals = 2): string {
  const text = fixed(value, decimals);
  return value > 0 && text !== (0).toFixed(decimals) ? `+${text}` : text;
}

/** A whole number with separators. */
export function whole(value: number): string {
  return grouped(value, 3);
}

/** A part as a percentage. */
export function percent(part: number, decimals = 1): string {
  return `${(100 * part).toFixed(decimals)} %`;
}

function plain(size: number, digits: number): string {
  const decimals = Math.max(0, Math.min(8, digits - 1 - Math.floor(Math.log10(size))));
  return grouped(size, decimals);
}

// A formatter is made once: it takes as long as writing a hundred numbers, and a page in training writes hundreds at a time.
const formats: Intl.NumberFormat[] = [];

function grouped(value: number, most: number): string {
  return (formats[most] ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: most })).format(value);
}

function powerOfTen(size: number, digits: number): string {
  const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e');
  return `${Number(mantissa)}·10${superscript(Number(exponent))}`;
}

function superscript(number: number): string {
  return [...String(number)].map((letter) => (letter === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(letter)])).join('');
}
