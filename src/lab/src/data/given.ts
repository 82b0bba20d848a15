import { message, Problem } from '../messages/words';
import { headLength, headOf, isPacked, roleOf, type Role } from './idx';
import { setOf, type SetName } from './published';
import { unpack } from './unpack';

/** A file of a set that the visitor gave. */
export interface Given {
  readonly name: string;
  readonly role: Role;
  /** The set that it is of; null where nobody knows. */
  readonly set: SetName | null;
  /** Unpacked. */
  readonly bytes: Uint8Array;
}

/** A published file has 10 MB packed, 47 MB unpacked: whatever is much larger need not be read. */
const mostBytes = 128_000_000;

const side = 28;

/** Reads a file that may be one of a set's four; what is none of them is refused in words. */
export async function readGiven(file: File, report: (done: number) => void, signal: AbortSignal): Promise<Given> {
  const { name } = file;
  const start = await beginning(file);
  const packed = isPacked(start);
  // Without its name's help a large file of something else would be read to its end.
  if (!packed && headOf(start) === null) throw new Problem(message('data.wrong.kind', { name }));
  if (file.size > mostBytes) throw new Problem(message('data.wrong.large', { name }));
  const { head, bytes } = await unpack(file.stream(), name, packed, report, signal);
  if (head.kind === 'Images' && (head.width !== side || head.height !== side)) {
    throw new Problem(message('data.wrong.shape', { name, width: head.width, height: head.height }));
  }
  const role = roleOf(head, name);
  if (role === null) throw new Problem(message('data.wrong.role', { name }));
  const set = await setOf(...(packed ? [bytes, new Uint8Array(await file.arrayBuffer())] : [bytes]));
  signal.throwIfAborted();
  return { name, role, set, bytes };
}

async function beginning(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, headLength).arrayBuffer());
  } catch {
    // A folder, or a file that is gone.
    throw new Problem(message('data.wrong.unread', { name: file.name }));
  }
}
