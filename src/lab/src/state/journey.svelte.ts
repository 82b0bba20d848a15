import type { Engine } from '../engine/client';
import type { Progress } from '../engine/types';

/** How many steps a second training makes, from all that the machine can to slowly enough to follow each. */
export const speeds = [Infinity, 30, 10, 2] as const;
export type Speed = (typeof speeds)[number];

/** Where the run is to go: on by training, or through time to a step. */
interface Goal {
  readonly until: number;
  readonly through: 'training' | 'time';
}

/** How far a journey through time has come that does not arrive at once. */
export interface Way {
  readonly to: number;
  /** The part of it that lies behind, 0 to 1. */
  readonly done: number;
}

/**
 * Takes the run from step to step; the latest wish counts. Training shows every moment that it comes to; through time only the moment
 * where it ends is shown, for nobody asked for those on the way.
 */
export class Journey {
  /** Whether training goes on until somebody pauses it. */
  playing = $state(false);
  /** What is to be said of a journey through time; null where none goes on, or it is over in the blink of an eye. */
  way = $state.raw<Way | null>(null);
  /** Whether the engine is still to say where it has come, as for a moment after a pause. */
  awaiting = $state(false);
  #speed = $state<Speed>(Infinity);
  #goal = $state.raw<Goal | null>(null);
  #under: Promise<void> | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly at: () => number,
    private readonly take: (progress: Progress, passing: boolean) => void,
  ) {}

  /** The step that a journey through time leads to; null where none goes on. */
  get destination(): number | null {
    return this.#goal?.through === 'time' ? this.#goal.until : null;
  }

  /** How many steps a second playing makes. */
  get speed(): Speed {
    return this.#speed;
  }

  set speed(speed: Speed) {
    this.#speed = speed;
    this.engine.pause();
  }

  pause(): void {
    this.#goal = null;
    this.playing = false;
    this.engine.pause();
  }

  /** Goes there; settles when it has arrived, or where somebody stopped it, or when it has done what else was wished meanwhile. */
  async go(goal: Goal, playing = false): Promise<void> {
    this.#goal = goal;
    this.playing = playing;
    if (this.#under) this.engine.pause();
    this.#under ??= this.#drive();
    await this.#under;
  }

  async #drive(): Promise<void> {
    try {
      for (let goal = this.#goal; goal !== null; goal = this.#goal) {
        const slow = this.playing && this.speed < Infinity;
        const began = performance.now();
        const until = slow ? Math.min(goal.until, this.at() + 1) : goal.until;
        this.awaiting = true;
        const progress = await (goal.through === 'training'
          ? this.engine.train(until, { progress: (report) => this.take(report, false) })
          : this.engine.seek(until, { progress: this.#passing(until) }));
        const passing = this.destination !== null && !(this.#goal === goal && progress.arrived);
        if (!passing) this.way = null;
        this.take(progress, passing);
        this.awaiting = false;
        const there = until === goal.until || progress.moment.state !== 'running';
        if (this.#goal === goal && progress.arrived && there) this.pause();
        if (slow) await new Promise((resolve) => setTimeout(resolve, 1000 / this.speed - (performance.now() - began)));
      }
    } finally {
      this.#goal = null;
      this.way = null;
      this.playing = false;
      this.awaiting = false;
      this.#under = null;
    }
  }

  /** Hears of the moments on the way to another; the first is where it set out from, a kept moment perhaps. */
  #passing(to: number): (progress: Progress) => void {
    let from: number | null = null;
    return (report) => {
      const { step } = report.moment;
      from ??= step;
      if (this.destination === to) this.way = { to, done: to > from ? Math.max(0, (step - from) / (to - from)) : 0 };
      this.take(report, true);
    };
  }
}
