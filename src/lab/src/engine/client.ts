import { Connection, stopped } from './connection';
import { calls } from './types';
import type { Laboratory, Progress, Sliced } from './types';

export { EngineError, type FailureKind } from './connection';

/** How long work is followed and stopped. */
export interface WorkOptions {
  /** Hears the part that is done, 0 to 1. */
  readonly progress?: (done: number) => void;
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
export type Calls = { readonly [K in Exclude<keyof Laboratory, 'advance' | 'seek'>]: Call<Laboratory[K]> };

export interface Engine extends Calls {
  /** Settles when the engine can be asked; calls before that wait. */
  readonly ready: Promise<void>;
  /** Trains on until a step, in slices; resolves there, at the end of the run, or when paused. Replaces a training under way. */
  train(until: number, options?: TrainingOptions): Promise<Progress>;
  /** Goes to a step of the run, back or forward; like train in all else. */
  seek(step: number, options?: TrainingOptions): Promise<Progress>;
  /** Pauses what train or seek began. */
  pause(): void;
  /** Ends the worker and starts another, without data and without a run. What was under way is rejected. */
  restart(): Promise<void>;
  /** Ends the worker. */
  close(): void;
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
    async restart() {
      connection.close(stopped());
      connection = new Connection(base);
      await connection.ready;
    },
    close: () => connection.close(stopped()),
  };

  const asked = Object.entries(calls).map(([method, { parameters }]) => [
    method,
    (...args: unknown[]) => {
      const options = args[parameters] as WorkOptions | undefined;
      const request = { kind: 'call', method: method as keyof Laboratory, args: args.slice(0, parameters) } as const;
      return connection.ask(request, { work: options?.progress }, options?.signal);
    },
  ]);
  return Object.defineProperties(Object.fromEntries(asked), Object.getOwnPropertyDescriptors(engine)) as Engine;
}
