import { describe, expect, it } from 'vitest';
import type { Engine, TrainingOptions } from '../engine/client';
import type { Moment, Progress, TrainingState } from '../engine/types';
import { Journey } from './journey.svelte';

/** An engine that goes ten steps a report, ends at step 100, and stops where it is when it is paused. */
class Road {
  step = 0;
  paused = false;
  readonly reports: number[] = [];
  /** The moments that were passed on the way to another. */
  readonly passed: number[] = [];

  readonly engine = {
    train: (until: number, options?: TrainingOptions) => this.go(until, options),
    seek: (until: number, options?: TrainingOptions) => this.go(until, options),
    pause: () => (this.paused = true),
  } as unknown as Engine;

  readonly journey = new Journey(
    this.engine,
    () => this.step,
    ({ moment }, passing) => void (passing ? this.passed : this.reports).push(moment.step),
  );

  private async go(until: number, options?: TrainingOptions): Promise<Progress> {
    this.paused = false;
    const goal = Math.min(until, 100);
    while (this.step !== goal && !this.paused) {
      this.step += Math.sign(goal - this.step) * Math.min(10, Math.abs(goal - this.step));
      options?.progress?.(this.progress(goal));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return this.progress(goal);
  }

  private progress(goal: number): Progress {
    const state: TrainingState = this.step === 100 ? 'finished' : 'running';
    return { moment: { step: this.step, state } as Moment, arrived: this.step === goal, evaluating: false, costs: [], epochs: [] };
  }
}

describe('a journey', () => {
  it('settles when it has arrived', async () => {
    const road = new Road();
    await road.journey.go({ until: 25, through: 'training' });
    expect([road.step, road.journey.playing]).toEqual([25, false]);
  });

  it('goes where it was last told to', async () => {
    const road = new Road();
    const first = road.journey.go({ until: 90, through: 'training' }, true);
    await new Promise((resolve) => setTimeout(resolve));
    await road.journey.go({ until: 3, through: 'time' });
    await first;
    expect([road.step, road.journey.playing]).toEqual([3, false]);
  });

  it('still awaits where it has come to when it is paused', async () => {
    const road = new Road();
    const going = road.journey.go({ until: 90, through: 'training' }, true);
    await new Promise((resolve) => setTimeout(resolve));
    road.journey.pause();
    expect([road.journey.playing, road.journey.awaiting]).toEqual([false, true]);
    await going;
    expect(road.journey.awaiting).toBe(false);
  });

  it('stays where it was paused, and ends where the run ends', async () => {
    const road = new Road();
    const playing = road.journey.go({ until: 1000, through: 'training' }, true);
    expect(road.journey.playing).toBe(true);
    await new Promise((resolve) => setTimeout(resolve));
    road.journey.pause();
    await playing;
    expect([road.step < 100, road.journey.playing]).toEqual([true, false]);
    await road.journey.go({ until: 1000, through: 'training' }, true);
    expect([road.step, road.journey.playing]).toEqual([100, false]);
  });

  it('through time shows only where it ends, and says how far it is', async () => {
    const road = new Road();
    const going = road.journey.go({ until: 80, through: 'time' });
    expect(road.journey.destination).toBe(80);
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    expect(road.journey.way?.to).toBe(80);
    expect(road.journey.way?.done).toBeGreaterThan(0);
    await going;
    expect(road.passed).toContain(50);
    expect([road.reports, road.journey.way, road.journey.destination]).toEqual([[80], null, null]);
  });

  it('through time that is stopped shows where it has come to', async () => {
    const road = new Road();
    const going = road.journey.go({ until: 80, through: 'time' });
    await new Promise((resolve) => setTimeout(resolve));
    road.journey.pause();
    await going;
    expect(road.step).toBeLessThan(80);
    expect([road.reports, road.journey.way]).toEqual([[road.step], null]);
  });

  it('through time that leads elsewhere meanwhile shows only that place', async () => {
    const road = new Road();
    const first = road.journey.go({ until: 80, through: 'time' });
    await new Promise((resolve) => setTimeout(resolve));
    await road.journey.go({ until: 5, through: 'time' });
    await first;
    expect(road.reports).toEqual([5]);
  });

  it('at so many steps a second reports every step', async () => {
    const road = new Road();
    road.journey.speed = 30;
    await road.journey.go({ until: 3, through: 'training' }, true);
    expect([...new Set(road.reports)]).toEqual([1, 2, 3]);
  });
});
