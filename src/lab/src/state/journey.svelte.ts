import type { Engine } from '../engine/client';
import type { Progress } from '../engine/types';

/** How long a mini-batch stays on the screen in slow motion. */
const slowly = 160;

/** Where the run is to go: on by training, or through time to a step. */
interface Goal {
  readonly until: number;
  readonly through: 'training' | 'time';
}

/** Takes the run from step to step; the latest wish counts. */
export class Journey {
  /** Whether training goes on until somebody pauses it. */
  playing = $state(false);
  #slow = $state(false);
  #goal: Goal | null = null;
  #under: Promise<void> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly at: () => number,
    private readonly take: (progress: Progress) => void,
  ) {}

  /** Whether playing goes mini-batch by mini-batch, slowly enough to watch. */
  get slow(): boolean {
    return this.#slow;
  }

  set slow(slow: boolean) {
    this.#slow = slow;
    this.engine.pause();
  }

  pause(): void {
    this.#goal = null;
    this.playing = false;
    this.engine.pause();
  }

  /** Goes there; settles when it has arrived, or somebody wished for something else. */
  async go(goal: Goal, playing = false): Promise<void> {
    this.#goal = goal;
    this.playing = playing;
    if (this.#under) this.engine.pause();
    this.#under ??= this.#drive();
    await this.#under;
  }

  async #drive(): Promise<void> {
    const options = { progress: this.take };
    try {
      for (let goal = this.#goal; goal !== null; goal = this.#goal) {
        const slow = this.playing && this.slow;
        const until = slow ? Math.min(goal.until, this.at() + 1) : goal.until;
        const progress = await (goal.through === 'training' ? this.engine.train(until, options) : this.engine.seek(until, options));
        this.take(progress);
        const there = until === goal.until || progress.moment.state !== 'running';
        if (this.#goal === goal && progress.arrived && there) this.pause();
        if (slow) await new Promise((resolve) => setTimeout(resolve, slowly));
      }
    } finally {
      this.#goal = null;
      this.playing = false;
      this.#under = null;
    }
  }
}
