import type { Engine } from '../engine/client';
import type { ExamplePage, JudgedExample } from '../engine/types';
import type { DataSet } from './review.svelte';

/** Judged examples with their pictures. */
export interface Gallery {
  readonly set: DataSet;
  /** Steps of the run when they were judged. */
  readonly step: number;
  readonly total: number;
  readonly from: number;
  readonly examples: readonly (JudgedExample & { readonly pixels: Uint8Array })[];
}

/** Fetches a page of examples of a set that is judged by then, and their pictures. */
export async function fetchGallery(engine: Engine, set: DataSet, page: () => Promise<ExamplePage>): Promise<Gallery> {
  const { step } = await engine.review(set);
  const { total, from, examples } = await page();
  const pictures = await Promise.all(examples.map(({ index }) => engine.pixels(set, index, 1)));
  return { set, step, total, from, examples: examples.map((example, i) => ({ ...example, pixels: pictures[i]! })) };
}
