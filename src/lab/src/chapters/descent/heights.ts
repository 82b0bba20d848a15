import type { Engine } from '../../engine/client';
import type { DescentQuestion } from '../../engine/types';

/** Asks for a function's heights once, however often the ball is moved on it. */
export function rememberedHeights(points: number): (engine: Engine, question: DescentQuestion) => Promise<Float64Array> {
  let last: { readonly key: string; readonly heights: Float64Array } | null = null;
  return async (engine, { function: formula, variables, range }) => {
    const key = `${formula} ${range}`;
    if (last?.key !== key) last = { key, heights: await engine.heights(formula, variables, range, points) };
    return last.heights;
  };
}
