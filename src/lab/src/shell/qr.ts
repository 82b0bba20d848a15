import { encode } from 'uqr';

/** A QR code: its width in modules, and the dark ones as a path. */
export interface Code {
  readonly size: number;
  readonly path: string;
}

// Finer ones no camera reads from the last row: 105 modules, about 1,000 letters.
const finest = 22;
// The white around it, in modules, by which cameras find it.
const border = 4;

/** The code of a text; null where the text is too long. */
export function qrOf(text: string): Code | null {
  try {
    const { data, size } = encode(text, { border, maxVersion: finest });
    return { size, path: data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('') };
  } catch {
    return null;
  }
}
