const minus = '\u2212';

/** A number that somebody set, or a tick, as people read it: so many significant digits at most, a true minus sign, powers of ten only where it must be. */
export function short(value: number, digits = 3): string {
  return read(value, digits, false);
}

/** A number that came out: so many significant digits, zeros at its end too, for they are as sure as any. */
export function significant(value: number, digits = 3): string {
  return read(value, digits, true);
}

function read(value: number, digits: number, zeros: boolean): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : `${minus}∞`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size < 1e-4 || size >= 1e7 ? powerOfTen(size, digits, zeros) : plain(size, digits, zeros);
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

/** A number of bytes, as systems say how large a file is. */
export function megabytes(bytes: number): string {
  return `${fixed(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`;
}

function plain(size: number, digits: number, zeros: boolean): string {
  // 9.996 has one digit more before its point once it is rounded.
  const decimals = Math.max(0, Math.min(8, digits - 1 - Math.floor(Math.log10(Number(size.toPrecision(digits))))));
  return grouped(size, decimals, zeros ? decimals : 0);
}

// A formatter is made once: it takes as long as writing a hundred numbers, and a page in training writes hundreds at a time.
const formats = new Map<number, Intl.NumberFormat>();

function grouped(value: number, most: number, least = 0): string {
  const key = 100 * most + least;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat('en-US', { maximumFractionDigits: most, minimumFractionDigits: least })));
  return format.format(value);
}

function powerOfTen(size: number, digits: number, zeros: boolean): string {
  const [mantissa = '', exponent = '0'] = size.toExponential(digits - 1).split('e');
  return `${zeros ? mantissa : Number(mantissa)}·10${superscript(Number(exponent))}`;
}

function superscript(number: number): string {
  return [...String(number)].map((letter) => (letter === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(letter)])).join('');
}
