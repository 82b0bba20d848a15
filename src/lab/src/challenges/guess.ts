const grouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const plain = /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i;

/** A number as people write it: 0.09, 0,09, −3, 13,002, 1.2e-3 or 1.2·10^-3; null where it is none. */
export function numberIn(text: string): number | null {
  const written = text
    .replace(/[\s\u00a0\u2009\u202f'’]/g, '')
    .replace(/[\u2212\u2013\u2014\uff0d]/g, '-')
    .replace(/，/g, ',')
    .replace(/^\+/, '')
    .replace(/[·×*]10\^?/, 'e')
    .replace(/e\+/i, 'e');
  // As the page itself writes it, 13,002 is a whole number; any other comma stands before decimals.
  const read = grouped.test(written) ? written.replace(/,/g, '') : written.replace(',', '.');
  return plain.test(read) ? Number(read) : null;
}
