import type { Moment, Progress, RunInfo } from '../engine/types';
import { Curves, type EarlierRun } from './curves.svelte';
import { view } from './current.svelte';
import type { FirstView } from './firstView';
import { Journey, type Speed, type Way } from './journey.svelte';
import { fetchModel } from './local';
import { Memory } from './memory';
import type { Session } from './session.svelte';
import type { Edit, InputName, View } from './view';

/** The run that is open, the moment of it that is shown, and the way to others. */
export class OpenRun {
  readonly curves = new Curves();
  readonly #journey: Journey;
  readonly #memory: Memory;
  /** What is shown until the engine is there. */
  first = $state.raw<FirstView | null>(null);
  /** The engine's run; null until it has one. */
  standing = $state.raw<RunInfo | null>(null);
  /** The engine's moment; null until the page has come to one. */
  reached = $state.raw<Moment | null>(null);
  /** What was to be shown when somebody stopped on the way there; null where nothing is left to be wished for. */
  meant = $state.raw<View | null>(null);
  /** Counts every change of the network or the drawing; answers of another version are old. */
  version = $state(0);
  /** Whether training is to begin as soon as it can. */
  #awaitsTraining = $state(false);
  /** Where the page is to go as soon as what is remembered of the way is there. */
  #heading = $state.raw<{ readonly step: number } | null>(null);

  constructor(private readonly session: Session) {
    const { engine } = session;
    this.#journey = new Journey(
      engine,
      () => this.step,
      (progress, passing) => this.#take(progress, passing),
    );
    this.#memory = new Memory(engine, ({ costs, epochs }) => this.curves.add(costs, epochs));
  }

  get info(): RunInfo | null {
    return this.standing ?? this.first?.run ?? null;
  }

  get moment(): Moment | null {
    return this.reached ?? this.first?.moment ?? null;
  }

  get step(): number {
    return this.moment?.step ?? view.step;
  }

  /** The step that is to be shown: that of the moment, or where the way there leads. */
  get destination(): number {
    return this.#heading?.step ?? this.#journey.destination ?? this.step;
  }

  /** How far the page is on its way to another moment; null where it stands at one. Until it arrives, the moment before stays, if there was one. */
  get way(): Way | null {
    if (this.#journey.way !== null) return this.#journey.way;
    // What the first visit shows is of the moment that it is on its way to.
    if (this.first !== null) return null;
    return this.#heading !== null || (this.session.ready && this.reached === null) ? { to: this.destination, done: 0 } : null;
  }

  get travelling(): boolean {
    return this.way !== null || (this.session.ready && this.reached === null);
  }

  /** Whether what is still to be seen is not what is meant; what the first visit shows is. */
  get away(): boolean {
    return this.travelling && this.first === null;
  }

  /** Whether training goes on, or will as soon as it can. */
  get playing(): boolean {
    return this.#journey.playing || this.#awaitsTraining;
  }

  /** Whether the page stands at a moment, and no other is on its way. */
  get atRest(): boolean {
    return !this.travelling && !this.playing && !this.#journey.awaiting;
  }

  /** Whether the run is over at this moment, so that nothing is left to learn from. */
  get ended(): boolean {
    return this.moment !== null && this.moment.state !== 'running';
  }

  /** Whether the run can be taken on from the moment that is shown. */
  get canStep(): boolean {
    return this.session.ready && !this.travelling && !this.ended;
  }

  /** How many steps a second training makes. */
  get speed(): Speed {
    return this.#journey.speed;
  }

  set speed(speed: Speed) {
    this.#journey.speed = speed;
  }

  /** Opens a run that the engine has started, with what was seen of it before; what was seen of the one before is kept. */
  open(run: RunInfo, before?: EarlierRun): void {
    this.#memory.begin(run);
    this.curves.begin(before);
    this.standing = run;
    this.reached = null;
  }

  /** Forgets the run of an engine that failed. */
  close(): void {
    this.standing = null;
    this.reached = null;
  }

  /** Keeps what was learned before another run takes its place. */
  keep(): void {
    void this.#memory.keep();
  }

  play(): void {
    this.#awaitsTraining = !this.session.ready;
    void this.#go('training', this.info?.steps ?? 0, true);
  }

  /** Trains now, if that was wished for before it could. */
  takeUpTraining(): void {
    if (this.#awaitsTraining) this.play();
  }

  pause(): void {
    this.#awaitsTraining = false;
    this.halt();
  }

  /** Stays where it is; training that could not begin yet still will. */
  halt(): void {
    this.#heading = null;
    this.meant = null;
    this.#journey.pause();
  }

  /** Whether the large button does anything. */
  get canToggle(): boolean {
    return this.session.phase !== 'failed' && !this.travelling && !(this.ended && this.step === 0);
  }

  /** What the large button does: train, pause, or where the run is over, begin again. */
  toggle(): void {
    if (!this.canToggle) return;
    if (this.ended) void this.seek(0);
    else if (this.playing) this.pause();
    else this.play();
  }

  /** Stops on the way to another moment, and keeps in mind what was to be shown there. */
  stop(): void {
    if (this.way === null) return;
    const wanted = { ...view.snapshot, step: this.way.to };
    // What was set by hand belongs to the moment that stands, if there is one.
    const meant = this.reached === null ? wanted : { ...wanted, model: null, edits: [], within: 0 };
    this.pause();
    this.meant = meant;
  }

  /** Goes on the way on which somebody stopped. */
  async goOn(): Promise<void> {
    if (this.meant === null) return;
    const { step, model, edits, within } = this.meant;
    await this.seek(step);
    if (this.step !== step) return;
    if (model !== view.model || edits !== view.edits) await this.put(model, edits);
    view.within = within;
  }

  /** Learns from one mini-batch. */
  stepBatch(): void {
    if (!this.canStep) return;
    view.within = 0;
    void this.#go('training', this.step + 1);
  }

  /** Learns to the end of the epoch. */
  stepEpoch(): void {
    if (!this.canStep) return;
    const per = this.info?.stepsPerEpoch ?? 1;
    view.within = 0;
    void this.#go('training', (Math.floor(this.step / per) + 1) * per);
  }

  /** Shows the next example of the mini-batch; after its last, the parameters move. */
  async stepExample(): Promise<void> {
    if (!this.canStep) return;
    this.pause();
    const at = this.step;
    const { engine } = this.session;
    await this.session.attempt(async () => {
      const batch = await engine.batch(at);
      const here = view.example.set === 'train' && view.example.index === batch.examples[view.within];
      const next = here ? view.within + 1 : view.within;
      if (next < batch.examples.length) {
        view.within = next;
        view.example = { set: 'train', index: batch.examples[next]! };
        return;
      }
      view.within = 0;
      await this.#go('training', at + 1);
      // After the last mini-batch comes no other.
      if (!this.canStep) return;
      const [first] = (await engine.batch(this.step)).examples;
      if (first !== undefined) view.example = { set: 'train', index: first };
    });
  }

  /** Goes to a moment, back or forward. */
  async seek(step: number): Promise<void> {
    view.within = 0;
    const to = Math.max(0, Math.min(step, this.info?.steps ?? step));
    if (this.session.ready && this.#memory.mayKnow(to) && !(await this.#recall(to))) return;
    await this.#go('time', to);
  }

  /** Recalls what makes the way to a step shorter; false where somebody wished for something else meanwhile. */
  async #recall(step: number): Promise<boolean> {
    this.#journey.pause();
    const heading = (this.#heading = { step });
    await this.#memory.recall(step);
    return this.#heading === heading;
  }

  /** Sets a parameter of the shown network by hand; training goes on without it. */
  async edit(layer: number, neuron: number, input: InputName, value: number): Promise<void> {
    if (this.travelling) return;
    this.pause();
    await this.session.attempt(async () => this.arrive(await this.session.engine.edit(layer, neuron, input === 'bias' ? null : input, value)));
  }

  /** Takes back the last edit, or all of them. */
  async undo(all = false): Promise<void> {
    await this.put(view.model, all ? [] : view.edits.slice(0, -1));
  }

  /** Goes back from a trained network to the run's own. */
  async hideModel(): Promise<void> {
    await this.put(null, []);
  }

  /** Puts what the visitor chose into the place of the run's own network and parameters. */
  async put(model: string | null, edits: readonly Edit[]): Promise<void> {
    const { engine } = this.session;
    await this.session.attempt(async () => {
      let moment = await engine.undoEdits();
      if (model !== moment.model) moment = model === null ? await engine.hideModel() : await engine.showModel(model, await fetchModel(model));
      for (const { layer, neuron, input, value } of edits) moment = await engine.edit(layer, neuron, input === 'bias' ? null : input, value);
      this.arrive(moment);
    });
  }

  arrive(moment: Moment): void {
    this.reached = moment;
    this.#memory.note(moment);
    view.step = moment.step;
    view.model = moment.model;
    view.edits = moment.edits.map(({ parameter, value }) => ({
      layer: parameter.layer,
      neuron: parameter.neuron,
      input: parameter.input ?? 'bias',
      value,
    }));
    this.version++;
  }

  async #go(through: 'training' | 'time', until: number, playing = false): Promise<void> {
    if (!this.session.ready) return;
    this.meant = null;
    const going = this.session.attempt(() => this.#journey.go({ through, until }, playing));
    this.#heading = null;
    await going;
  }

  #take({ moment, costs, epochs }: Progress, passing: boolean): void {
    this.curves.add(costs, epochs);
    if (!passing) this.arrive(moment);
  }
}
