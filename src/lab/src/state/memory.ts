import type { Engine } from '../engine/client';
import type { History, Moment, RunInfo } from '../engine/types';
import { KeptRuns } from './kept';
import { fetchShipped, shipped } from './shipped';

/** How large what is kept of a run may be, besides its end. */
const mostBytes = 4_000_000;

/** What is quickly trained again is not worth keeping: steps times parameters. */
const leastWork = 10_000_000;

/** In milliseconds: how long nothing must have been learned before it is kept, and how often a run is that never rests. */
const [rest, often] = [500, 30_000];

/** Where something of a run may lie, and how it is had from there. */
type Source = readonly [name: string, fetch: () => Promise<Uint8Array | null>];

/**
 * What the run that stands here remembers: how far it came in this browser, and what the page brings along of it. Its moments are then there
 * without training. Whatever fails is silent, for the way to them can always be trained.
 */
export class Memory {
  readonly #kept = new KeptRuns();
  readonly #asked = new Set<string>();
  #run: RunInfo | null = null;
  #reached = 0;
  /** How far it came when it was last kept or recalled. */
  #safe = 0;
  #keptAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly take: (history: History) => void,
  ) {
    // A page that is put away may never come back.
    document.addEventListener('visibilitychange', () => void (document.hidden && this.keep()));
  }

  /** Another run has been started. */
  begin(run: RunInfo): void {
    clearTimeout(this.#timer);
    this.#asked.clear();
    [this.#run, this.#reached, this.#safe, this.#keptAt] = [run, 0, 0, performance.now()];
  }

  /** Whether there may be something that makes the way to a step shorter. */
  mayKnow(step: number): boolean {
    return this.#sources(step).length > 0;
  }

  /** Recalls what makes the way to a step shorter, if there is anything. */
  async recall(step: number): Promise<void> {
    const run = this.#run;
    for (const [name, fetch] of this.#sources(step)) {
      this.#asked.add(name);
      const memory = await fetch();
      if (memory === null || this.#run !== run) continue;
      try {
        const history = await this.engine.recall(memory);
        if (this.#run !== run) return;
        this.take(history);
        this.#reached = this.#safe = Math.max(this.#reached, (await this.engine.moment()).reached);
        return;
      } catch {
        if (name === 'kept' && run !== null) await this.#kept.forget(run.name);
      }
    }
  }

  /** The run has come to a moment; what is new is kept when it rests. */
  note({ reached }: Moment): void {
    this.#reached = Math.max(this.#reached, reached);
    if (!this.#isWorthKeeping) return;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(rest, this.#keptAt + often - performance.now()));
    this.#timer = setTimeout(() => void this.keep(), wait);
  }

  /** Keeps what the run remembers by now; before another one takes its place, and before the page goes. */
  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    const [run, reached] = [this.#run, this.#reached];
    if (run === null || !this.#isWorthKeeping) return;
    [this.#safe, this.#keptAt] = [reached, performance.now()];
    try {
      const memory = await this.engine.remember(mostBytes, true);
      await this.#kept.keep(run.name, await this.engine.build(), memory);
    } catch {
      // An engine that failed has nothing to say.
    }
  }

  get #isWorthKeeping(): boolean {
    return this.#reached > this.#safe && this.#reached * (this.#run?.parameterCount ?? 0) >= leastWork;
  }

  /** What was not asked yet: where the run ended, what this browser kept, and what lies between. */
  #sources(step: number): Source[] {
    const run = this.#run;
    if (run === null) return [];
    const sources: Source[] = [];
    const page = shipped(run.name);
    const isNew = step > this.#reached;
    if (page !== null && isNew && step >= page.end) sources.push(['end', () => fetchShipped(page.file)]);
    if (isNew) sources.push(['kept', async () => this.#kept.find(run.name, await this.engine.build())]);
    const { way } = page ?? {};
    if (way !== undefined && (isNew || this.#asked.has('end')) && step > 0 && step !== page?.end) sources.push(['way', () => fetchShipped(way)]);
    return sources.filter(([name]) => !this.#asked.has(name));
  }
}
