import { untrack } from 'svelte';
import type { Engine } from '../engine/client';
import type { Description, ExampleRef, Explanation, Moment, RunInfo } from '../engine/types';
import { view } from './current.svelte';
import type { Curves } from './curves.svelte';
import { Drawing } from './drawing.svelte';
import { isFirstExample } from './firstView';
import { Opening } from './opening.svelte';
import { OpenRun } from './openRun.svelte';
import { ask, questions, type Answer, type Basis, type Pace } from './query.svelte';
import { Session } from './session.svelte';
import { refOf } from './view';

/** What the page shows: an engine, a run that is open in it and one moment of that, and how it is asked about them. */
export class Lab {
  readonly session: Session = new Session(() => this.openRun.pause());
  readonly openRun: OpenRun = new OpenRun(this.session);
  readonly #drawing: Drawing = new Drawing(
    this.session,
    () => this.openRun.standing !== null || this.opening.previews,
    () => void this.openRun.version++,
  );
  readonly opening = new Opening(this.session, this.openRun, this.#drawing);
  /** The picked example's activations, errors and cost: what most chapters begin with. */
  readonly explanation: Answer<Explanation>;

  constructor() {
    let explanation: Answer<Explanation> | undefined;
    $effect.root(() => {
      explanation = ask(
        this,
        () => true,
        (engine, _, example) => engine.explain(example),
      );
      $effect(() => {
        if (this.#drawing.wanted !== null) untrack(() => void this.#drawing.show());
      });
      $effect(() => {
        if (explanation?.value && this.openRun.reached) this.openRun.first = null;
      });
    });
    const live = explanation!;
    // What is said of the example until the engine is there.
    const cached = $derived.by(() => {
      const { first } = this.openRun;
      return first && isFirstExample(view) ? first.explanation : (first?.reading.of(view.example) ?? null);
    });
    this.explanation = {
      get value() {
        return live.value ?? cached;
      },
      get stale() {
        return live.stale;
      },
      get error() {
        return live.error;
      },
    };
  }

  get engine(): Engine {
    return this.session.engine;
  }

  get about(): Description | null {
    return this.session.about;
  }

  get ready(): boolean {
    return this.session.ready;
  }

  get failed(): boolean {
    return this.session.phase === 'failed';
  }

  get run(): RunInfo | null {
    return this.openRun.info;
  }

  get moment(): Moment | null {
    return this.openRun.moment;
  }

  get step(): number {
    return this.openRun.step;
  }

  get version(): number {
    return this.openRun.version;
  }

  get curves(): Curves {
    return this.openRun.curves;
  }

  get playing(): boolean {
    return this.openRun.playing;
  }

  get travelling(): boolean {
    return this.openRun.travelling;
  }

  /** The example as the engine knows it. */
  get example(): ExampleRef {
    return refOf(view.example);
  }

  get answering(): boolean {
    return this.ready || this.opening.previews;
  }

  /** Whether all that is shown is about the moment, the example and the selection that stand here, and nothing is on its way. */
  get settled(): boolean {
    // What has nothing to do with the run is asked once the engine has said what it can do.
    return this.ready && this.about !== null && !this.opening.underWay && this.openRun.atRest && !this.#drawing.underWay && questions.underWay === 0;
  }

  /** Asks the engine about what is shown now, and again whenever that changes; see {@link ask}. */
  ask<K, T>(key: () => K | null, question: (engine: Engine, key: K, example: ExampleRef) => Promise<T>, basis?: Basis, pace?: Pace): Answer<T> {
    return ask(this, key, question, basis, pace);
  }

  /** Does what the engine may refuse, and says so where it does. */
  attempt(work: () => Promise<void>): Promise<void> {
    return this.session.attempt(work);
  }
}
