import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** How much is kept: the latest runs, and never more than so many bytes. */
const most = { runs: 20, bytes: 64_000_000 };

/** What a run remembered, by the engine that trained it: another may come to other bits. */
interface KeptRun {
  readonly run: string;
  readonly build: string;
  readonly memory: Uint8Array;
  readonly size: number;
  /** When it was last kept or looked for. */
  readonly used: number;
}

interface Store extends DBSchema {
  // All that is to be known of a run but its memory, so that one need not read what is to leave.
  runs: { key: string; value: KeptRun; indexes: { used: [used: number, size: number, build: string] } };
}

/** What the visitor's own runs remembered, kept in this browser. One that keeps nothing, or no more, is no trouble: they are trained again. */
export class KeptRuns {
  #store: Promise<IDBPDatabase<Store>> | null = null;

  /** What a run remembered; null where nothing was kept of it. */
  async find(run: string, build: string): Promise<Uint8Array | null> {
    return harmless(async () => {
      const store = await this.#open();
      const kept = await store.get('runs', run);
      if (kept === undefined || kept.build !== build) return null;
      void harmless(() => store.put('runs', { ...kept, used: Date.now() }));
      return kept.memory;
    });
  }

  /** Keeps what a run remembered; those that were not used for longest leave, and those of another engine. */
  async keep(run: string, build: string, memory: Uint8Array): Promise<void> {
    await harmless(async () => {
      const change = (await this.#open()).transaction('runs', 'readwrite');
      await change.store.put({ run, build, memory, size: memory.byteLength, used: Date.now() });
      let [runs, bytes] = [0, 0];
      for (let at = await change.store.index('used').openKeyCursor(null, 'prev'); at !== null; at = await at.continue()) {
        const [, size, by] = at.key;
        runs++;
        bytes += size;
        if (runs > most.runs || bytes > most.bytes || by !== build) await change.store.delete(at.primaryKey);
      }
      await change.done;
    });
  }

  /** Forgets a run whose memory turned out to be none. */
  async forget(run: string): Promise<void> {
    await harmless(async () => (await this.#open()).delete('runs', run));
  }

  #open(): Promise<IDBPDatabase<Store>> {
    return (this.#store ??= openDB<Store>('nabla.runs', 1, {
      upgrade: (store) => void store.createObjectStore('runs', { keyPath: 'run' }).createIndex('used', ['used', 'size', 'build']),
    }));
  }
}

/** Null where the browser refuses: a private window may, and a disk be full. */
async function harmless<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
