/** Where the ink of a picture is: its centre of mass and its longer side, in parts of the picture's width. Null where there is none. */
export interface Ink {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The ink of a square picture, row by row. */
export function inkOf(pixels: ArrayLike<number>, width: number): Ink | null {
  let [mass, x, y, left, right, top, bottom] = [0, 0, 0, width, -1, width, -1];
  for (let i = 0; i < width * width; i++) {
    const ink = pixels[i] ?? 0;
    if (ink <= 0) continue;
    const [row, column] = [Math.floor(i / width), i % width];
    mass += ink;
    x += ink * (column + 0.5);
    y += ink * (row + 0.5);
    [left, right, top, bottom] = [Math.min(left, column), Math.max(right, column), Math.min(top, row), Math.max(bottom, row)];
  }
  return mass === 0 ? null : { x: x / mass / width, y: y / mass / width, side: (Math.max(right - left, bottom - top) + 1) / width };
}

/** The side of the square that normalised ink fits in, in parts of the picture's width. */
const box = 20 / 28;

/** How ink came from where it was drawn to where the network gets it: made so many times as large, and moved, in parts of the width. */
export function changeOf(drawn: Ink, normalised: Ink): { readonly scale: number; readonly x: number; readonly y: number } {
  return { scale: box / drawn.side, x: normalised.x - drawn.x, y: normalised.y - drawn.y };
}
