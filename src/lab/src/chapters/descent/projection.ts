/** A point of a picture, and how far it is from the eye: what is farther is drawn first. */
export interface Projected {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/**
 * Turns a point of the cube from −1 to 1 about its upright axis and looks at it from above, without perspective. Angles are in degrees;
 * the picture's y grows downwards.
 */
export function projection(about: number, above: number): (x: number, y: number, z: number) => Projected {
  const [a, b] = [(about * Math.PI) / 180, (above * Math.PI) / 180];
  const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
  return (x, y, z) => {
    const across = ca * x - sa * y;
    const away = sa * x + ca * y;
    return { x: across, y: -(sb * away + cb * z), depth: cb * away - sb * z };
  };
}
