import { padSize, type Pen, type Stroke } from './strokes';

/** The side of the picture that is handed to the engine, four times the network's, so that the pen keeps its shape. */
export const rasterSize = 112;

/** The pens' radii in pixels of that picture; lines of the medium one are as thick as MNIST's once brought to 28×28. */
const radii: Readonly<Record<Pen, number>> = { thin: 3, medium: 5.6, thick: 8 };

/** The width of a pen's line on the pad. */
export function penWidth(pen: Pen): number {
  return (2 * radii[pen] * padSize) / rasterSize;
}

/** Ink of a drawing as bytes, 0 blank to 255, row by row; the same on every machine, unlike a canvas. */
export function rasterize(strokes: readonly Stroke[], pen: Pen): Uint8Array {
  const pixels = new Uint8Array(rasterSize * rasterSize);
  for (const stroke of strokes) {
    const points = stroke.map(([x, y]) => [(x / padSize) * rasterSize, (y / padSize) * rasterSize] as const);
    points.forEach((point, i) => inkSegment(pixels, points[Math.max(0, i - 1)]!, point, radii[pen]));
  }
  return pixels;
}

type Place = readonly [number, number];

function inkSegment(pixels: Uint8Array, [ax, ay]: Place, [bx, by]: Place, radius: number): void {
  const reach = radius + 1;
  const [left, right] = [bound(Math.min(ax, bx) - reach), bound(Math.max(ax, bx) + reach)];
  const [top, bottom] = [bound(Math.min(ay, by) - reach), bound(Math.max(ay, by) + reach)];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const along = length === 0 ? 0 : ((x + 0.5 - ax) * (bx - ax) + (y + 0.5 - ay) * (by - ay)) / length;
      const t = Math.max(0, Math.min(1, along));
      const distance = Math.hypot(x + 0.5 - ax - t * (bx - ax), y + 0.5 - ay - t * (by - ay));
      const ink = Math.round(255 * Math.max(0, Math.min(1, radius + 0.5 - distance)));
      const at = y * rasterSize + x;
      pixels[at] = Math.max(pixels[at]!, ink);
    }
  }
}

function bound(x: number): number {
  return Math.max(0, Math.min(rasterSize, Math.ceil(x)));
}
