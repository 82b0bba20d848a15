import { message, Problem } from '../messages/words';

/** A run of the server's machine: `nabla lab` lists them, a plain static host has none. */
export interface LocalRun {
  /** Its folder. */
  readonly path: string;
  readonly files: readonly string[];
  readonly summary: {
    readonly name: string;
    readonly layers: readonly number[];
    readonly data: string;
    readonly epochs: number;
    readonly testAccuracy?: number | null;
  };
}

const model = 'model.safetensors';

/** The runs that the server offers, the latest first. */
export async function localRuns(): Promise<LocalRun[]> {
  const answer = await fetch('./runs/index.json').catch(() => null);
  // Some hosts answer whatever is asked with a page.
  const listed: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (listed === null) return [];
  const { runs } = listed as { readonly runs: readonly (LocalRun & { readonly summary: { readonly started: string } })[] };
  return runs.toSorted((a, b) => (a.summary.started < b.summary.started ? 1 : -1));
}

/** Whether a run left a trained network. */
export function hasModel(run: LocalRun): boolean {
  return run.files.includes(model);
}

/** The file of the network that a run left. */
export async function fetchModel(path: string): Promise<Uint8Array> {
  const answer = await fetch(`./runs/${encodeURIComponent(path)}/${model}`).catch(() => null);
  if (!answer?.ok) throw new Problem(message('run.local.missing', { name: path }));
  return new Uint8Array(await answer.arrayBuffer());
}
