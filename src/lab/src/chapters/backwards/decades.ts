/** From one power of ten to another, by their exponents. */
export type Decades = readonly [low: number, high: number];

/** The powers of ten between which all sizes lie, the smallest above the lower one, so that it has a bar. What is 0 lies nowhere. */
export function decadesOf(sizes: readonly number[]): Decades {
  const powers = sizes.filter((size) => size > 0).map((size) => Math.ceil(Math.log10(size) - 1e-9) + 0);
  return powers.length === 0 ? [-1, 0] : [Math.min(...powers) - 1, Math.max(...powers)];
}

/** How far a size lies from the lower end to the upper, 0 to 1; 0 has no place, and no bar. */
export function placeOf(size: number, [low, high]: Decades): number {
  return size > 0 ? Math.max(0, Math.min(1, (Math.log10(size) - low) / (high - low))) : 0;
}

/** The exponents that are written at the axis, few enough to stand side by side. */
export function ticksOf([low, high]: Decades, most = 7): number[] {
  const every = Math.ceil((high - low) / most);
  return Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => high - i * every).reverse();
}
