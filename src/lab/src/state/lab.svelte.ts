import { tick, untrack } from 'svelte';
import { createEngine, EngineError, type Engine } from '../engine/client';
import type { Description, ExampleRef, Explanation, Moment, Progress, RunInfo } from '../engine/types';
import { dataSets } from '../data/dataSets.svelte';
import { photos } from '../data/photos.svelte';
import { together } from '../messages/said';
import { message, wordsOf, type Words } from '../messages/words';
import { brokenLink, fitted } from './brokenLink.svelte';
import { view } from './current.svelte';
import { fetchModel } from './local';
import { Curves, type EarlierRun } from './curves.svelte';
import { firstViewOf, isFirstExample, type FirstView } from './firstView';
import { Journey, type Speed, type Way } from './journey.svelte';
import { Memory } from './memory';
import { ask, questions, type Answer, type Basis, type Pace } from './query.svelte';
import { rasterize, rasterSize } from './rasterize';
import { firstRun, onData, previewOf, runNameOf, settingsOf, wholeName } from './settings';
import { fetchShipped, shipped } from './shipped';
import { decodeStrokes } from './strokes';
import { refOf, type Edit, type InputName, type ShownExample, type View } from './view';

/** How many digits the first visit begins with. */
const previewSize = 64;

type Phase = 'starting' | 'data' | 'ready' | 'failed';

/** The run that the page shows, one moment of it, and the engine behind it. */
export class Lab {
  readonly engine = createEngine();
  readonly curves = new Curves();
  readonly #journey = new Journey(
    this.engine,
    () => this.step,
    (progress, passing) => this.#take(progress, passing),
  );
  readonly #memory = new Memory(
    this.engine,
    ({ costs, epochs }) => this.curves.add(costs, epochs),
  );
  about = $state.raw<Description | null>(null);
  /** What is shown until the engine is there. */
  first = $state.raw<FirstView | null>(null);
  #run = $state.raw<RunInfo | null>(null);
  #moment = $state.raw<Moment | null>(null);
  phase = $state<Phase>('starting');
  /** The part of the data that is made, 0 to 1. */
  dataDone = $state(0);
  dataCount = $state(0);
  /** Why the engine stopped, in words. */
  failure = $state.raw<Words | null>(null);
  /** Something that the visitor should know, such as why a run cannot be started. */
  notice = $state.raw<Words | null>(null);
  /** What an address asked for whose data are not here. The address goes on to say it until the visitor gives them or decides otherwise. */
  wanting = $state.raw<View | null>(null);
  /** What was to be shown when somebody stopped on the way there; null where nothing is left to be wished for. */
  meant = $state.raw<View | null>(null);
  /** Counts every change of the network or the drawing; answers of another version are old. */
  version = $state(0);
  earlier = $state.raw<readonly EarlierRun[]>([]);
  /** The picked example's activations, errors and cost: what most chapters begin with. */
  readonly explanation: Answer<Explanation>;
  /** Whether training is to begin as soon as it can. */
  #wished = $state(false);
  /** How many addresses are being followed; the last one counts. */
  #openings = $state(0);
  /** Where the page is to go as soon as what is remembered of the way is there; null while nothing is looked for. */
  #heading = $state<number | null>(null);
  /** The last wish to go anywhere, or to stay: an older one no longer counts. */
  #wish = {};
  /** The last address that was followed to another run. */
  #shown = {};
  #drawn = '';
  #drawing = $state(false);
  /** Whether a few digits are there already, and the network of the run, while the others are drawn. */
  #previews = $state(false);
  /** What is said of the example until the engine is there. */
  #cached = $derived.by(() => (this.first && isFirstExample(view) ? this.first.explanation : (this.first?.reading.of(view.example) ?? null)));

  constructor() {
    let explanation: Answer<Explanation> | undefined;
    $effect.root(() => {
      explanation = ask(
        this,
        () => true,
        (engine, _, example) => engine.explain(example),
      );
      $effect(() => {
        if (view.example.set === 'drawing') untrack(() => void this.#draw());
      });
      $effect(() => {
        if (explanation?.value && this.#moment) this.first = null;
      });
    });
    const live = explanation!;
    const cached = (): Explanation | null => this.#cached;
    this.explanation = {
      get value() {
        return live.value ?? cached();
      },
      get stale() {
        return live.stale;
      },
      get error() {
        return live.error;
      },
    };
  }

  get run(): RunInfo | null {
    return this.#run ?? this.first?.run ?? null;
  }

  get moment(): Moment | null {
    return this.#moment ?? this.first?.moment ?? null;
  }

  /** Asks the engine about what is shown now, and again whenever that changes; see {@link ask}. */
  ask<K, T>(key: () => K | null, question: (engine: Engine, key: K, example: ExampleRef) => Promise<T>, basis?: Basis, pace?: Pace): Answer<T> {
    return ask(this, key, question, basis, pace);
  }

  get ready(): boolean {
    return this.phase === 'ready';
  }

  /** Whether all that is shown is about the moment, the example and the selection that stand here, and nothing is on its way. */
  get settled(): boolean {
    // What has nothing to do with the run is asked once the engine has said what it can do.
    const comes = this.opening || this.travelling || this.playing || this.#journey.awaiting || this.#drawing || questions.underWay > 0;
    return this.ready && this.about !== null && !comes;
  }

  get answering(): boolean {
    return this.ready || (this.#previews && (view.example.set === 'drawing' || view.example.index < previewSize));
  }

  /** The example as the engine knows it. */
  get example(): ExampleRef {
    return refOf(view.example);
  }

  get step(): number {
    return this.moment?.step ?? view.step;
  }

  /** Whether the run and the moment of an address are on their way. */
  get opening(): boolean {
    return this.#openings > 0;
  }

  /** The step that is to be shown: that of the moment, or where the way there leads. */
  get destination(): number {
    return this.#heading ?? this.#journey.destination ?? this.step;
  }

  /** How far the page is on its way to another moment; null where it stands at one. Until it arrives, the moment before stays, if there was one. */
  get way(): Way | null {
    if (this.#journey.way !== null) return this.#journey.way;
    // What the first visit shows is of the moment that it is on its way to.
    if (this.first !== null) return null;
    return this.#heading !== null || (this.ready && this.#moment === null) ? { to: this.destination, done: 0 } : null;
  }

  get travelling(): boolean {
    return this.way !== null || (this.ready && this.#moment === null);
  }

  /** Whether what is still to be seen is not what is meant; what the first visit shows is. */
  get away(): boolean {
    return this.travelling && this.first === null;
  }

  /** Whether the run is over at this moment, so that nothing is left to learn from. */
  get ended(): boolean {
    return this.moment !== null && this.moment.state !== 'running';
  }

  /** Whether the run can be taken on from the moment that is shown. */
  get canStep(): boolean {
    return this.ready && !this.travelling && !this.ended;
  }

  /** Whether training goes on, or will as soon as it can. */
  get playing(): boolean {
    return this.#journey.playing || this.#wished;
  }

  /** How many steps a second training makes. */
  get speed(): Speed {
    return this.#journey.speed;
  }

  set speed(speed: Speed) {
    this.#journey.speed = speed;
  }

  /** Starts the engine and goes to what the address says. */
  async begin(): Promise<void> {
    try {
      this.phase = 'starting';
      this.failure = null;
      dataSets.foresee(settingsOf(wholeName(view.run)).data ?? '');
      this.first = await firstViewOf(view.snapshot);
      if (this.first !== null) {
        this.#fit(this.first.run, view.step);
        this.curves.add(this.first.history.costs, this.first.history.epochs);
        await this.#preview();
      }
      // What is shown is asked before anything else.
      await tick();
      const opened = this.#open(view.snapshot);
      // What the engine can do is for whoever looks around; where a moment is awaited, that comes first.
      if (this.first === null) await opened;
      void this.attempt(async () => void (this.about = await this.engine.describe()));
      await opened;
      if (this.#wished) this.play();
    } catch (problem) {
      this.#problem(problem, true);
    }
  }

  /** Starts the engine anew after a failure. */
  async restart(): Promise<void> {
    this.#run = null;
    this.#moment = null;
    try {
      await this.engine.restart();
    } catch (problem) {
      return this.#problem(problem, true);
    }
    await this.begin();
  }

  /**
   * Starts a run at its beginning, where wanted with a trained network shown in it, or to train at once; the one that stands here is kept
   * for comparison, and stays where the other cannot be had.
   */
  async start(run: string, { model = null, train = false }: { model?: string | null; train?: boolean } = {}): Promise<void> {
    const standing = this.#run;
    await this.#reopen({ ...view.snapshot, run, step: 0, within: 0, model, edits: [] });
    if (train && this.#run !== standing && this.step === 0) this.play();
  }

  /** Goes back to a run that stood here before, to the moment at which it was left. */
  async goBack({ info, step }: EarlierRun): Promise<void> {
    await this.#reopen({ ...view.snapshot, run: info.name, step, within: 0, model: null, edits: [] });
  }

  /** Forgets a run that stood here before. */
  forget({ info }: EarlierRun): void {
    this.earlier = this.earlier.filter((one) => one.info.name !== info.name);
  }

  /** Starts the run that stands here on other data. */
  async learnFrom(data: string): Promise<void> {
    await this.start(runNameOf(onData(this.run?.settings ?? {}, data)));
  }

  /** Follows a view that came from the address. */
  async travel(before: View): Promise<void> {
    const wanted = view.snapshot;
    if (this.phase === 'data' || (this.ready && wanted.run !== before.run)) return this.#reopen(wanted);
    if (!this.ready) return;
    this.wanting = null;
    this.#openings++;
    try {
      const step = this.#run ? this.#fit(this.#run, wanted.step) : wanted.step;
      if (step !== this.destination) await this.seek(step);
      if (this.step !== step) return;
      if (wanted.model !== before.model || wanted.edits !== before.edits) await this.#put(wanted.model, wanted.edits);
      view.within = wanted.within;
    } finally {
      this.#openings--;
    }
  }

  /** What the address says: what is shown, or what it waits for. */
  get addressed(): View {
    const { chapter, language, theme, motion } = view;
    return this.wanting === null ? view.snapshot : { ...this.wanting, chapter, language, theme, motion };
  }

  /** Goes to what the address asked for, now that its data are here. */
  async takeUp(): Promise<void> {
    const wanted = this.addressed;
    this.wanting = null;
    view.show(wanted);
    await this.#reopen(wanted);
  }

  play(): void {
    this.#wished = !this.ready;
    void this.#go('training', this.run?.steps ?? 0, true);
  }

  pause(): void {
    this.#wished = false;
    this.#halt();
  }

  #halt(): void {
    this.#wish = {};
    this.#heading = null;
    this.meant = null;
    this.#journey.pause();
  }

  /** Whether the large button does anything. */
  get canToggle(): boolean {
    return this.phase !== 'failed' && !this.travelling && !(this.ended && this.step === 0);
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
    const meant = this.#moment === null ? wanted : { ...wanted, model: null, edits: [], within: 0 };
    this.pause();
    this.meant = meant;
  }

  /** Goes on the way on which somebody stopped. */
  async goOn(): Promise<void> {
    if (this.meant !== null) await this.#goTo(this.meant);
  }

  /** Goes to a moment of the run that stands here, and to what was set by hand there. */
  async #goTo({ step, model, edits, within }: View): Promise<void> {
    await this.seek(step);
    if (this.step !== step) return;
    if (model !== view.model || edits !== view.edits) await this.#put(model, edits);
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
    const per = this.run?.stepsPerEpoch ?? 1;
    view.within = 0;
    void this.#go('training', (Math.floor(this.step / per) + 1) * per);
  }

  /** Shows the next example of the mini-batch; after its last, the parameters move. */
  async stepExample(): Promise<void> {
    if (!this.canStep) return;
    this.pause();
    const at = this.step;
    await this.attempt(async () => {
      const batch = await this.engine.batch(at);
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
      const [first] = (await this.engine.batch(this.step)).examples;
      if (first !== undefined) view.example = { set: 'train', index: first };
    });
  }

  /** Goes to a moment, back or forward. */
  async seek(step: number): Promise<void> {
    view.within = 0;
    const to = Math.max(0, Math.min(step, this.run?.steps ?? step));
    if (this.ready && this.#memory.mayKnow(to) && !(await this.#recall(to))) return;
    await this.#go('time', to);
  }

  /** Recalls what makes the way to a step shorter; false where somebody wished for something else meanwhile. */
  async #recall(step: number): Promise<boolean> {
    this.#journey.pause();
    const wish = (this.#wish = {});
    this.#heading = step;
    await this.#memory.recall(step);
    return this.#wish === wish;
  }

  /** Goes on for so many epochs more, which is another run; it comes to the moment that stands here in the same way, and learns on. */
  async extend(epochs: number): Promise<void> {
    const { run, step } = this;
    if (run === null) return;
    const longer = runNameOf({ ...run.settings, epochs: String(run.epochs + epochs) });
    await this.#reopen({ ...view.snapshot, run: longer, step, within: 0, model: null, edits: [] });
    if (this.run?.name !== run.name && this.step === step) this.play();
  }

  /** Sets a parameter of the shown network by hand; training goes on without it. */
  async edit(layer: number, neuron: number, input: InputName, value: number): Promise<void> {
    if (this.travelling) return;
    this.pause();
    await this.attempt(async () => this.#arrive(await this.engine.edit(layer, neuron, input === 'bias' ? null : input, value)));
  }

  /** Takes back the last edit, or all of them. */
  async undo(all = false): Promise<void> {
    await this.#put(view.model, all ? [] : view.edits.slice(0, -1));
  }

  /** Goes back from a trained network to the run's own. */
  async hideModel(): Promise<void> {
    await this.#put(null, []);
  }

  /** Puts what the visitor chose into the place of the run's own network and parameters. */
  async #put(model: string | null, edits: readonly Edit[]): Promise<void> {
    await this.attempt(async () => {
      let moment = await this.engine.undoEdits();
      if (model !== moment.model) moment = model === null ? await this.engine.hideModel() : await this.engine.showModel(model, await fetchModel(model));
      for (const { layer, neuron, input, value } of edits)
        moment = await this.engine.edit(layer, neuron, input === 'bias' ? null : input, value);
      this.#arrive(moment);
    });
  }

  /** As #open, where a run stands that stays if the other cannot be had. */
  async #reopen(wanted: View): Promise<void> {
    try {
      await this.#open(wanted);
    } catch (problem) {
      await this.#refuse(wanted, wordsOf(problem));
      this.#problem(problem);
    }
  }

  async #open(wanted: View): Promise<void> {
    this.#openings++;
    try {
      await this.#show(wanted);
    } finally {
      this.#openings--;
    }
  }

  async #show(wanted: View): Promise<void> {
    const shown = (this.#shown = {});
    this.#halt();
    const check = await this.engine.check(wholeName(wanted.run));
    if (this.#shown !== shown) return;
    if (check.name === null || check.problems.length > 0) return this.#refuse(wanted, together(check.problems));
    const standing = this.#run;
    this.phase = 'data';
    this.dataDone = 0;
    this.dataCount = check.data === 'digits' ? (check.trainExamples ?? 0) + (check.testExamples ?? 0) : 0;
    const isHere = await dataSets.provide(this.engine, check, (done, count) => ([this.dataDone, this.dataCount] = [done, count]));
    if (this.#shown !== shown) return;
    if (!isHere) return this.#await(wanted);
    this.notice = null;
    this.wanting = null;
    const before = this.earlier.find(({ info }) => info.name === check.name);
    this.#keep(standing, check.name);
    void this.#memory.keep();
    const run = await this.engine.start(check.name);
    if (this.#shown !== shown) return;
    this.#memory.begin(run);
    const edits = this.#previews ? view.edits : wanted.edits;
    this.#previews = false;
    this.curves.begin(before);
    const step = this.#fit(run, wanted.step);
    view.run = run.name;
    view.step = step;
    view.within = 0;
    this.#drawn = '';
    this.#run = run;
    this.#moment = null;
    await this.#draw();
    if (step === 0) this.#arrive(await this.engine.moment());
    this.phase = 'ready';
    if (step > 0) await this.seek(step);
    if (this.#run !== run) return;
    if (this.#moment === null) this.#arrive(await this.engine.moment());
    // What was set by hand belongs to the moment that was wished for, not to where somebody stopped on the way.
    if (this.step !== step) return;
    if (wanted.model !== null || edits.length > 0) await this.#put(wanted.model, edits);
    view.within = wanted.within;
  }

  /** The first visit need not wait for all digits: the run's network is the same with a few, and so is each of those. */
  async #preview(): Promise<void> {
    await this.engine.makeDigits(previewSize, previewSize);
    await this.engine.start(previewOf(firstRun, previewSize));
    const memory = view.step === shipped(firstRun)?.end ? await fetchShipped(shipped(firstRun)!.file) : null;
    if (memory !== null) await this.engine.showRemembered(memory);
    this.#previews = true;
    await this.#draw();
    this.version++;
  }

  /** A run that cannot be had leaves the one that stands here; at the first visit there is one that always can. */
  async #refuse(wanted: View, why: Words | null): Promise<void> {
    if (this.#run === null && wanted.run !== firstRun) await this.#open({ ...wanted, run: firstRun, step: 0, model: null, edits: [] });
    if (this.#run !== null) {
      view.run = this.#run.name;
      view.step = this.step;
      this.phase = 'ready';
    }
    this.notice = why;
  }

  /** Shows what can be had while the data of what is wanted are not here. */
  async #await(wanted: View): Promise<void> {
    await this.#refuse(wanted, null);
    this.wanting = wanted;
  }

  /** What is selected must be there in the network; the step that is wished for, in the run. */
  #fit(run: RunInfo, step: number): number {
    const { missing, step: there, ...rest } = fitted({ selection: view.selection, example: view.example, step }, run);
    Object.assign(view, rest);
    brokenLink.add(missing);
    return there;
  }

  #keep(run: RunInfo | null, next: string): void {
    const others = this.earlier.filter(({ info }) => info.name !== next && info.name !== run?.name);
    this.earlier = run === null || run.name === next ? others : [this.curves.snapshot(run, this.step), ...others];
  }

  /** Hands the drawing to the engine; while a pen moves, only the latest. */
  async #draw(): Promise<void> {
    if (this.#drawing || (this.#run === null && !this.#previews)) return;
    this.#drawing = true;
    await this.attempt(async () => {
      for (let example = view.example; example.set === 'drawing' && keyOf(example) !== this.#drawn; example = view.example) {
        const { strokes, pen, normalise, label, photo } = example;
        const key = keyOf(example);
        if (!photo) await this.engine.draw(rasterize(decodeStrokes(strokes) ?? [], pen), rasterSize, rasterSize, normalise, label);
        else if (!(await this.#photograph(label))) continue;
        this.#drawn = key;
        this.version++;
      }
    });
    this.#drawing = false;
  }

  /** Hands the photo to the engine. Where there is none, as after a reload, the first example stands in its place. */
  async #photograph(label: number | null): Promise<boolean> {
    const photo = photos.current;
    if (photo === null) {
      photos.missed = true;
      view.example = { set: 'test', index: 0 };
      return false;
    }
    const { blank } = await this.engine.photograph(photo.rgba, photo.width, photo.height, label);
    if (blank) dataSets.problems = [message('data.photo.blank')];
    return true;
  }

  async #go(through: 'training' | 'time', until: number, playing = false): Promise<void> {
    if (!this.ready) return;
    this.#wish = {};
    this.meant = null;
    const going = this.attempt(() => this.#journey.go({ through, until }, playing));
    this.#heading = null;
    await going;
  }

  #take({ moment, costs, epochs }: Progress, passing: boolean): void {
    this.curves.add(costs, epochs);
    if (!passing) this.#arrive(moment);
  }

  #arrive(moment: Moment): void {
    this.#moment = moment;
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

  /** Does what the engine may refuse, and says so where it does. */
  async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      this.#problem(problem);
    }
  }

  /** Says what went wrong; without an engine nothing goes on. */
  #problem(problem: unknown, fatal = false): void {
    const words = wordsOf(problem);
    const kind = problem instanceof EngineError ? problem.kind : null;
    if (!fatal && kind !== 'start' && kind !== 'unsupported') {
      if (kind !== 'stopped') this.notice = words;
      return;
    }
    this.pause();
    this.failure = words;
    this.phase = 'failed';
  }
}

function keyOf({ strokes, pen, label, normalise, photo }: Extract<ShownExample, { set: 'drawing' }>): string {
  return photo ? `photo ${photos.version}:${label}` : `${strokes}:${pen}:${label}:${normalise}`;
}
