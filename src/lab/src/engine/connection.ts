import { message, Problem, type Words } from '../messages/words';
import type { CallReply, Reply, Request } from './messages';
import type { Progress } from './types';

/**
 * Why the engine did not answer: the browser has no WebAssembly or workers, the worker or the runtime did not start,
 * the engine refused, or the work was stopped.
 */
export type FailureKind = 'unsupported' | 'start' | 'refused' | 'stopped';

/** A failure in words. */
export class EngineError extends Problem {
  constructor(
    readonly kind: FailureKind,
    words: Words,
  ) {
    super(words);
  }
}

/** The work was stopped, or the engine with it. */
export function stopped(): EngineError {
  return new EngineError('stopped', message('shell.engine.stopped'));
}

function failed(reason: string): EngineError {
  return new EngineError('start', reason ? message('shell.engine.failed', { reason }) : message('shell.engine.unloaded'));
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly work?: ((done: number) => void) | undefined;
  readonly training?: ((progress: Progress) => void) | undefined;
}

type NewRequest = Request extends infer R ? (R extends { readonly id: number } ? Omit<R, 'id'> : never) : never;

/** One worker and what it is asked. */
export class Connection {
  readonly ready: Promise<void>;
  private readonly worker: Worker | null;
  private readonly waiting = new Map<number, Waiting>();
  private settle: { resolve: () => void; reject: (error: EngineError) => void } = { resolve: () => {}, reject: () => {} };
  private failure: EngineError | null = null;
  private nextId = 1;

  constructor(base: string) {
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    // Whoever does not look at 'ready' learns of the failure by the calls.
    this.ready.catch(() => {});
    this.worker = this.startWorker(base);
  }

  /** Asks; the work is stopped when the signal says so. */
  async ask(request: NewRequest, heard: Omit<Waiting, 'resolve' | 'reject'> = {}, signal?: AbortSignal): Promise<unknown> {
    if (signal?.aborted) throw stopped();
    await this.ready;
    const id = this.nextId++;
    const stop = (): void => this.stop(id);
    signal?.addEventListener('abort', stop);
    try {
      return await new Promise<unknown>((resolve, reject) => {
        if (this.failure) return reject(this.failure);
        this.waiting.set(id, { ...heard, resolve, reject });
        this.post({ ...request, id } as Request, givenWith(request));
        if (signal?.aborted) stop();
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  stop(id: number): void {
    this.post({ kind: 'stop', id });
  }

  close(error: EngineError): void {
    this.failure ??= error;
    this.worker?.terminate();
    this.settle.reject(this.failure);
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }

  private post(request: Request, given: Transferable[] = []): void {
    this.worker?.postMessage(request, given);
  }

  private startWorker(base: string): Worker | null {
    if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') {
      this.close(new EngineError('unsupported', message('shell.engine.unsupported')));
      return null;
    }

    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<Reply>) => this.take(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.close(failed(event.message));
      };
      worker.postMessage({ kind: 'start', base } satisfies Request);
      return worker;
    } catch (error) {
      this.close(failed(error instanceof Error ? error.message : String(error)));
      return null;
    }
  }

  private take(reply: Reply): void {
    if (reply.kind === 'ready') return this.settle.resolve();
    if (reply.kind === 'failed') return this.close(failed(reply.reason));
    if (reply.kind === 'replies') return reply.replies.forEach((one) => this.end(one));
    const waiting = this.waiting.get(reply.id);
    if (reply.kind === 'work') waiting?.work?.(reply.done);
    else waiting?.training?.(reply.progress);
  }

  private end(reply: CallReply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.kind === 'answer') waiting?.resolve(reply.value);
    else if (reply.kind === 'error') waiting?.reject(new EngineError('refused', reply.said));
    else waiting?.reject(stopped());
  }
}

/** A data set is handed over, not copied: who gives it has it no more. */
function givenWith(request: NewRequest): Transferable[] {
  if (request.kind !== 'call' || request.method !== 'setImages') return [];
  return request.args.filter((arg): arg is Uint8Array<ArrayBuffer> => arg instanceof Uint8Array).map(({ buffer }) => buffer);
}
