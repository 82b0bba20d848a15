import type { Reply, Request, WorkProgress } from './messages';
import { calls } from './types';
import type { ExperimentAnswer, Laboratory, Progress, Sliced } from './types';

/**
 * Why the engine did not answer: the browser has no WebAssembly or workers, the worker or the runtime did not start,
 * the engine refused, or the work was stopped.
 */
export type FailureKind = 'unsupported' | 'start' | 'refused' | 'stopped';

/** A failure in words. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

/** How long work is followed and stopped. */
export interface WorkOptions {
  readonly progress?: (progress: WorkProgress) => void;
  readonly signal?: AbortSignal;
}

/** How training is followed and paused; a pause ends it with the progress so far. */
export interface TrainingOptions {
  readonly progress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

type Call<F> = F extends (...args: infer A) => infer R
  ? R extends Sliced<infer T>
    ? (...args: [...A, options?: WorkOptions]) => Promise<T>
    : (...args: A) => Promise<R>
  : never;

/** Everything that the engine answers, as promises. */
export type Calls = { readonly [K in Exclude<keyof Laboratory, 'advance' | 'seek' | 'experiment'>]: Call<Laboratory[K]> };

export interface Engine extends Calls {
  /** Settles when the engine can be asked; calls before that wait. */
  readonly ready: Promise<void>;
  /** Trains on until a step, in slices; resolves there, at the end of the run, or when paused. Replaces a training under way. */
  train(until: number, options?: TrainingOptions): Promise<Progress>;
  /** Goes to a step of the run, back or forward; like train in all else. */
  seek(step: number, options?: TrainingOptions): Promise<Progress>;
  /** Pauses what train or seek began. */
  pause(): void;
  /** Runs an experiment in a worker of its own, so that it can be stopped and nothing waits for it. */
  experiment(name: string, settings: Readonly<Record<string, string>>, options?: WorkOptions): Promise<ExperimentAnswer>;
  /** Ends the worker and starts another, without data and without a run. What was under way is rejected. */
  restart(): Promise<void>;
  /** Ends the worker. */
  close(): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: EngineError) => void;
  readonly work?: ((progress: WorkProgress) => void) | undefined;
  readonly training?: ((progress: Progress) => void) | undefined;
}

type NewRequest = Request extends infer R ? (R extends { readonly id: number } ? Omit<R, 'id'> : never) : never;

/** One worker and what it is asked. */
class Connection {
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
  async ask(request: NewRequest, transfers: Omit<Waiting, 'resolve' | 'reject'> = {}, signal?: AbortSignal): Promise<unknown> {
    if (signal?.aborted) throw new EngineError('stopped', 'The work was stopped before it began.');
    await this.ready;
    const id = this.nextId++;
    const stop = (): void => this.stop(id);
    signal?.addEventListener('abort', stop);
    try {
      return await new Promise<unknown>((resolve, reject) => {
        if (this.failure) return reject(this.failure);
        this.waiting.set(id, { ...transfers, resolve, reject });
        this.post({ ...request, id } as Request);
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

  private post(request: Request): void {
    this.worker?.postMessage(request);
  }

  private startWorker(base: string): Worker | null {
    if (typeof WebAssembly === 'undefined' || typeof Worker === 'undefined') {
      this.close(new EngineError('unsupported', 'This browser has no WebAssembly or no workers, and the engine needs both.'));
      return null;
    }

    try {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = (event: MessageEvent<Reply>) => this.take(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.close(new EngineError('start', `The engine's worker failed: ${event.message || 'its script could not be loaded'}.`));
      };
      worker.postMessage({ kind: 'start', base } satisfies Request);
      return worker;
    } catch (error) {
      this.close(new EngineError('start', `The engine's worker could not be started: ${wordsOf(error)}`));
      return null;
    }
  }

  private take(reply: Reply): void {
    if (reply.kind === 'ready') return this.settle.resolve();
    if (reply.kind === 'failed') return this.close(new EngineError('start', reply.words));
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    if (reply.kind === 'work') return waiting.work?.(reply.progress);
    if (reply.kind === 'training') return waiting.training?.(reply.progress);
    this.waiting.delete(reply.id);
    if (reply.kind === 'answer') waiting.resolve(reply.value);
    else if (reply.kind === 'error') waiting.reject(new EngineError('refused', reply.words));
    else waiting.reject(new EngineError('stopped', 'The work was stopped.'));
  }
}

/**
 * The engine in a worker of its own.
 * @param base The address of the folder that holds `_framework`; that of the page where nothing is said.
 */
export function createEngine(base: string = document.baseURI): Engine {
  let connection = new Connection(base);
  let training: AbortController | null = null;

  async function go(method: 'advance' | 'seek', step: number, options: TrainingOptions = {}): Promise<Progress> {
    const mine = new AbortController();
    training?.abort();
    training = mine;
    const pause = (): void => mine.abort();
    if (options.signal?.aborted) pause();
    options.signal?.addEventListener('abort', pause);
    try {
      return (await connection.ask({ kind: 'go', method, step }, { training: options.progress }, mine.signal)) as Progress;
    } finally {
      options.signal?.removeEventListener('abort', pause);
      if (training === mine) training = null;
    }
  }

  const engine = {
    get ready() {
      return connection.ready;
    },
    train: (until: number, options?: TrainingOptions) => go('advance', until, options),
    seek: (step: number, options?: TrainingOptions) => go('seek', step, options),
    pause: () => training?.abort(),
    async experiment(name: string, settings: Readonly<Record<string, string>>, options: WorkOptions = {}) {
      const own = new Connection(base);
      const stop = (): void => own.close(new EngineError('stopped', 'The experiment was stopped.'));
      options.signal?.addEventListener('abort', stop);
      if (options.signal?.aborted) stop();
      try {
        return (await own.ask({ kind: 'call', method: 'experiment', args: [name, settings] }, { work: options.progress })) as ExperimentAnswer;
      } finally {
        options.signal?.removeEventListener('abort', stop);
        stop();
      }
    },
    async restart() {
      connection.close(new EngineError('stopped', 'The engine was started anew.'));
      connection = new Connection(base);
      await connection.ready;
    },
    close: () => connection.close(new EngineError('stopped', 'The engine was closed.')),
  };

  const asked = Object.entries(calls).map(([method, { sliced }]) => [
    method,
    (...args: unknown[]) => {
      const parameters = sliced ? args.filter((arg) => !isWorkOptions(arg)) : args;
      const options = sliced ? args.find(isWorkOptions) : undefined;
      return connection.ask({ kind: 'call', method: method as keyof Laboratory, args: parameters }, { work: options?.progress }, options?.signal);
    },
  ]);
  return Object.defineProperties(Object.fromEntries(asked), Object.getOwnPropertyDescriptors(engine)) as Engine;
}

/** An error as words. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isWorkOptions(arg: unknown): arg is WorkOptions {
  return typeof arg === 'object' && arg !== null && ('progress' in arg || 'signal' in arg);
}
