import { message, Problem } from '../messages/words';
import { headLength, headOf, type IdxHead } from './idx';

/** A published file has 47 MB; no page needs one of more than this. */
const mostBytes = 128_000_000;

/** How long the page may be kept from what else it has to do, in milliseconds. */
const breath = 8;

export interface Unpacked {
  readonly head: IdxHead;
  readonly bytes: Uint8Array;
}

/** Reads an IDX file to its end, gzipped or not, and lets the page breathe meanwhile. What is no such file, or not all of one, is refused. */
export async function unpack(
  stream: ReadableStream<Uint8Array>,
  name: string,
  packed: boolean,
  report: (done: number) => void,
  signal?: AbortSignal,
): Promise<Unpacked> {
  const plain = packed ? stream.pipeThrough(new DecompressionStream('gzip') as unknown as ReadableWritablePair<Uint8Array, Uint8Array>) : stream;
  const reader = plain.getReader();
  let head: IdxHead | null = null;
  let bytes = new Uint8Array(headLength);
  let filled = 0;
  let since = performance.now();
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await next(reader, name);
      if (done) break;
      if (head === null) {
        // The first piece may be shorter than the head.
        const start = joined(bytes.subarray(0, filled), value);
        head = headOf(start);
        if (head === null && start.length >= headLength) throw new Problem(message('data.wrong.kind', { name }));
        if (head !== null && head.length > mostBytes) throw new Problem(message('data.wrong.large', { name }));
        bytes = head === null ? start : new Uint8Array(head.length);
        filled = add(bytes, 0, start, name);
      } else filled = add(bytes, filled, value, name);
      if (performance.now() - since < breath) continue;
      if (head !== null) report(filled / head.length);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
  } catch (problem) {
    void reader.cancel().catch(() => {});
    throw problem;
  }
  if (head === null) throw new Problem(message('data.wrong.kind', { name }));
  if (filled < head.length) throw new Problem(message('data.wrong.damaged', { name }));
  report(1);
  return { head, bytes };
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, name: string): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch {
    throw new Problem(message('data.wrong.damaged', { name }));
  }
}

function add(to: Uint8Array, at: number, piece: Uint8Array, name: string): number {
  if (at + piece.length > to.length) throw new Problem(message('data.wrong.damaged', { name }));
  to.set(piece, at);
  return at + piece.length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
