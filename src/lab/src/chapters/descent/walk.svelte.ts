import { appearance, view } from '../../state';
import type { Where } from './settings';

const pause = 220;

/** Takes step after step of a descent that is known already, as long as nobody stops it. */
export class Walk {
  playing = $state(false);
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Call while a component is set up. */
  constructor(
    readonly where: Where,
    readonly at: () => number,
    readonly last: () => number,
  ) {
    $effect(() => () => this.stop());
    $effect(() => {
      if (this.playing && this.at() >= this.last()) this.stop();
    });
  }

  to(step: number): void {
    view.remember(`descent.${this.where}.step`, step > 0 ? String(step) : null);
  }

  step(): void {
    this.stop();
    if (this.at() < this.last()) this.to(this.at() + 1);
  }

  run(): void {
    if (this.playing) return this.stop();
    // Who wants nothing to move sees the end at once.
    if (!appearance.motion) return this.to(this.last());
    // At the end it begins again.
    this.to(this.at() < this.last() ? this.at() + 1 : 0);
    this.playing = true;
    this.#timer = setInterval(() => this.to(Math.min(this.last(), this.at() + 1)), pause);
  }

  stop(): void {
    this.playing = false;
    clearInterval(this.#timer);
  }
}
