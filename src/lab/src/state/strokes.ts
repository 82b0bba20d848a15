/** Points of a pen's path on a square pad whose sides are 0 to `padSize`. */
export type Stroke = readonly (readonly [number, number])[];

/** How thick a drawing's lines are. */
export const pens = ['thin', 'medium', 'thick'] as const;
export type Pen = (typeof pens)[number];

/** The pad is counted in 512 steps, so that a point fits in three letters of an address. */
export const padSize = 511;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A drawing as short text that an address can carry: three letters a point, a full stop between strokes. */
export function encodeStrokes(strokes: readonly Stroke[]): string {
  return strokes.map((stroke) => stroke.map(encodePoint).join('')).join('.');
}

/** The drawing of such a text; null where it is none. */
export function decodeStrokes(text: string): Stroke[] | null {
  if (text === '') return [];
  const strokes = text.split('.').map(decodeStroke);
  return strokes.every((stroke) => stroke !== null) ? strokes : null;
}

function encodePoint([x, y]: readonly [number, number]): string {
  const number = (clamp(x) << 9) | clamp(y);
  return letters[number >> 12]! + letters[(number >> 6) & 63]! + letters[number & 63]!;
}

function decodeStroke(text: string): Stroke | null {
  if (text.length === 0 || text.length % 3 !== 0) return null;
  const points: [number, number][] = [];
  for (let i = 0; i < text.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => letters.indexOf(text[i + k]!)) as [number, number, number];
    if (a < 0 || b < 0 || c < 0) return null;
    const number = (a << 12) | (b << 6) | c;
    points.push([number >> 9, number & 511]);
  }
  return points;
}

function clamp(x: number): number {
  return Math.max(0, Math.min(padSize, Math.round(x)));
}
