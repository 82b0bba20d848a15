import { padSize, type Stroke } from './strokes';

/** The side of the picture that is handed to the engine, four times the network's, so that the pen keeps its shape. */
export const rasterSize = 112;

/** The pen's radius in pixels of that picture: strokes as thick as MNIST's once brought to 28×28. */
const penRadius = 5.6;

/** The same as the width of a line on the pad. */
export const penWidth = (2 * penRadius * padSize) / rasterSize;

/** Ink of a drawing as bytes, 0 blank to 255, row by row; the same on every machine, unlike a canvas. */
export function rasterize(strokes: readonly Stroke[]): Uint8Array {
  const pixels = new Uint8Array(rasterSize * rasterSize);
  for (const stroke of strokes) {
    const points = stroke.map(([x, y]) => [(x / padSize) * rasterSize, (y / padSize) * rasterSize] as const);
    points.forEach((point, i) => inkSegment(pixels, points[Math.max(0, i - 1)]!, point));
  }
  return pixels;
}

function inkSegment(pixels: Uint8Array, [ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): void {
  const reach = penRadius + 1;
  const [left, right] = [bound(Math.min(ax, bx) - reach), bound(Math.max(ax, bx) + reach)];
  const [top, bottom] = [bound(Math.min(ay, by) - reach), bound(Math.max(ay, by) + reach)];
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const along = length === 0 ? 0 : ((x + 0.5 - ax) * (bx - ax) + (y + 0.5 - ay) * (by - ay)) / length;
      const t = Math.max(0, Math.min(1, along));
      const distance = Math.hypot(x + 0.5 - ax - t * (bx - ax), y + 0.5 - ay - t * (by - ay));
      const ink = Math.round(255 * Math.max(0, Math.min(1, penRadius + 0.5 - distance)));
      const at = y * rasterSize + x;
      pixels[at] = Math.max(pixels[at]!, ink);
    }
  }
}

function bound(x: number): number {
  return Math.max(0, Math.min(rasterSize, Math.ceil(x)));
}
