/** Degrees of an angle whose cosine is known: the same number in another notation. */
export function degrees(cosine: number): number {
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
}
