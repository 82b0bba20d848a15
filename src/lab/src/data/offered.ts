import type { Files } from './kept';
import { publishedSets, type SetName } from './published';
import { unpack } from './unpack';

/** What a server that has data says of a set: `nabla lab` does, a plain static host does not. */
interface Offer {
  readonly available: boolean;
  readonly files: {
    readonly trainImages: string;
    readonly trainLabels: string;
    readonly testImages: string;
    readonly testLabels: string;
  } | null;
}

/** The sets that the server of the page has. */
export async function offeredSets(): Promise<ReadonlyMap<SetName, readonly string[]>> {
  const offers = await Promise.all(publishedSets.map(async (name) => [name, await offerOf(name)] as const));
  return new Map(offers.flatMap(([name, files]) => (files === null ? [] : [[name, files] as const])));
}

async function offerOf(name: SetName): Promise<readonly string[] | null> {
  try {
    // Some hosts answer whatever is asked with a page.
    const { available, files } = (await (await fetched(`./data/${name}/index.json`)).json()) as Offer;
    return available && files !== null ? [files.trainImages, files.trainLabels, files.testImages, files.testLabels] : null;
  } catch {
    return null;
  }
}

// How much of a set each of its files is: its labels hardly count.
const shares = [6 / 7, 0, 1 / 7, 0];

/** Fetches a set's files, one after the other. Null where they cannot be had. */
export async function fetchSet(name: SetName, files: readonly string[], report: (done: number) => void): Promise<Files | null> {
  try {
    const all: Uint8Array[] = [];
    let before = 0;
    for (const [at, file] of files.entries()) {
      const { body } = await fetched(`./data/${name}/${file}`);
      const { bytes } = await unpack(body!, file, file.endsWith('.gz'), (done) => report(before + shares[at]! * done));
      before += shares[at]!;
      all.push(bytes);
    }
    return all as unknown as Files;
  } catch {
    return null;
  }
}

async function fetched(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}
