import { createEngine, EngineError } from '../engine/client';
import type { Description } from '../engine/types';
import { wordsOf, type Words } from '../messages/words';

/** What the engine is up to: it starts, its data are made or read, it answers, or it has failed. */
type Phase = 'starting' | 'data' | 'ready' | 'failed';

/** The engine behind the page, and what is to be said of it. */
export class Session {
  readonly engine = createEngine();
  phase = $state<Phase>('starting');
  about = $state.raw<Description | null>(null);
  /** Why the engine stopped. */
  failure = $state.raw<Words | null>(null);
  /** Something that the visitor should know, such as why a run cannot be started. */
  notice = $state.raw<Words | null>(null);

  /** `failed` is called when nothing goes on any more. */
  constructor(private readonly failed: () => void) {}

  get ready(): boolean {
    return this.phase === 'ready';
  }

  /** Begins, or begins again after a failure. */
  begin(): void {
    this.phase = 'starting';
    this.failure = null;
  }

  async describe(): Promise<void> {
    this.about = await this.engine.describe();
  }

  /** Does what the engine may refuse, and says so where it does. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      this.report(problem);
    }
  }

  /** Says what went wrong; without an engine nothing goes on. */
  report(problem: unknown, fatal = false): void {
    const words = wordsOf(problem);
    const kind = problem instanceof EngineError ? problem.kind : null;
    if (!fatal && kind !== 'start' && kind !== 'unsupported') {
      if (kind !== 'stopped') this.notice = words;
      return;
    }
    this.failed();
    this.failure = words;
    this.phase = 'failed';
  }
}
