import memories from './memories.json';

/** What the page brings along of a run: its end, and perhaps the moments on the way there too. */
interface Shipped {
  readonly run: string;
  /** The step at which it ended. */
  readonly end: number;
  readonly file: string;
  readonly way?: string;
}

/** What there is of a run; null for most. */
export function shipped(run: string): Shipped | null {
  return (memories as readonly Shipped[]).find((memory) => memory.run === run) ?? null;
}

/** A file of what a run remembered; null where it cannot be had, such as without a network. */
export async function fetchShipped(file: string): Promise<Uint8Array | null> {
  const answer = await fetch(`./memories/${file}`).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}
