import { openDB, type IDBPDatabase } from 'idb';
import { allRoles } from './idx';
import { publishedSets, type SetName } from './published';

/** The four files of a set, in the engine's order, unpacked: then a reload need not unpack them again. */
export type Files = readonly [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

const store = 'files';
let opened: Promise<IDBPDatabase> | undefined;

/** Opened when it is first needed: where nothing may be kept, asking is an error. Beside the files of a set stands its size, under its name. */
function database(): Promise<IDBPDatabase> {
  return (opened ??= openDB('nabla.data', 1, { upgrade: (made) => void made.createObjectStore(store) }));
}

const keysOf = (name: SetName): string[] => allRoles.map((role) => `${name}/${role}`);

/** The sets that this browser keeps, with their sizes in bytes; none where it keeps nothing. */
export async function keptSets(): Promise<ReadonlyMap<SetName, number>> {
  try {
    const kept = await database();
    const sizes = await Promise.all(publishedSets.map(async (name) => [name, (await kept.get(store, name)) as number | undefined] as const));
    return new Map(sizes.filter((entry): entry is [SetName, number] => entry[1] !== undefined));
  } catch {
    return new Map();
  }
}

/** Null where they are not kept. */
export async function keptFiles(name: SetName): Promise<Files | null> {
  try {
    const kept = await database();
    const files = await Promise.all(keysOf(name).map((key) => kept.get(store, key) as Promise<Uint8Array | undefined>));
    return files.every((bytes) => bytes !== undefined) ? (files as unknown as Files) : null;
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing, as in a private window, or has no room. */
export async function keepFiles(name: SetName, files: Files): Promise<boolean> {
  try {
    const all = (await database()).transaction(store, 'readwrite');
    const size = files.reduce((sum, { length }) => sum + length, 0);
    const writes = [[name, size] as const, ...keysOf(name).map((key, at) => [key, files[at]!] as const)];
    await Promise.all([...writes.map(([key, value]) => all.store.put(value, key)), all.done]);
    return true;
  } catch {
    return false;
  }
}

export async function forgetFiles(name: SetName): Promise<void> {
  const all = (await database()).transaction(store, 'readwrite');
  await Promise.all([...[name, ...keysOf(name)].map((key) => all.store.delete(key)), all.done]);
}
