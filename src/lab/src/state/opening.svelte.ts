import { tick } from 'svelte';
import type { RunInfo } from '../engine/types';
import { dataSets } from '../data/dataSets.svelte';
import { together } from '../messages/said';
import { wordsOf, type Words } from '../messages/words';
import { brokenLink, fitted } from './brokenLink.svelte';
import { view } from './current.svelte';
import type { EarlierRun } from './curves.svelte';
import type { Drawing } from './drawing.svelte';
import { firstViewOf } from './firstView';
import type { OpenRun } from './openRun.svelte';
import type { Session } from './session.svelte';
import { firstRun, onData, previewOf, runNameOf, settingsOf, wholeName } from './settings';
import { fetchShipped, shipped } from './shipped';
import type { View } from './view';

/** How many digits the first visit begins with. */
const previewSize = 64;

/** Opens what an address or the visitor asks for: its data, its run, the moment of it. What cannot be had leaves what stands. */
export class Opening {
  /** What an address asked for whose data are not here. The address goes on to say it until the visitor gives them or decides otherwise. */
  wanting = $state.raw<View | null>(null);
  /** The data on their way: the part that is there, 0 to 1, of so many examples. */
  coming = $state.raw<{ readonly done: number; readonly count: number }>({ done: 0, count: 0 });
  /** The runs that were open before. */
  earlier = $state.raw<readonly EarlierRun[]>([]);
  /** Whether a few digits are there already, and the network of the run, while the others are drawn. */
  #isPreview = $state(false);
  /** How many addresses are being followed. */
  #count = $state(0);
  /** The last that was followed to another run; an older one no longer counts. */
  #latest = {};

  constructor(
    private readonly session: Session,
    private readonly openRun: OpenRun,
    private readonly drawing: Drawing,
  ) {}

  /** Whether the run and the moment of an address are on their way. */
  get underWay(): boolean {
    return this.#count > 0;
  }

  /** Whether the example that is shown is among the few that the first visit begins with. */
  get previews(): boolean {
    return this.#isPreview && (view.example.set === 'drawing' || view.example.index < previewSize);
  }

  /** Starts the engine and goes to what the address says. */
  async begin(): Promise<void> {
    const { session, openRun } = this;
    try {
      session.begin();
      dataSets.foresee(settingsOf(wholeName(view.run)).data ?? '');
      const first = (openRun.first = await firstViewOf(view.snapshot));
      if (first !== null) {
        this.#fit(first.run, view.step);
        openRun.curves.add(first.history.costs, first.history.epochs);
        await this.#preview();
      }
      // What is shown is asked before anything else.
      await tick();
      const opened = this.#open(view.snapshot);
      // What the engine can do is for whoever looks around; where a moment is awaited, that comes first.
      if (openRun.first === null) await opened;
      void session.attempt(() => session.describe());
      await opened;
      openRun.takeUpTraining();
    } catch (problem) {
      session.report(problem, true);
    }
  }

  /** Starts the engine anew after a failure. */
  async restart(): Promise<void> {
    this.openRun.close();
    try {
      await this.session.engine.restart();
    } catch (problem) {
      return this.session.report(problem, true);
    }
    await this.begin();
  }

  /**
   * Starts a run at its beginning, where wanted with a trained network shown in it, or to train at once; the one that stands here is kept
   * for comparison, and stays where the other cannot be had.
   */
  async start(run: string, { model = null, train = false }: { model?: string | null; train?: boolean } = {}): Promise<void> {
    const { standing } = this.openRun;
    await this.#reopen({ ...view.snapshot, run, step: 0, within: 0, model, edits: [] });
    if (train && this.openRun.standing !== standing && this.openRun.step === 0) this.openRun.play();
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
    await this.start(runNameOf(onData(this.openRun.info?.settings ?? {}, data)));
  }

  /** Goes on for so many epochs more, which is another run; it comes to the moment that stands here in the same way, and learns on. */
  async extend(epochs: number): Promise<void> {
    const { info, step } = this.openRun;
    if (info === null) return;
    const longer = runNameOf({ ...info.settings, epochs: String(info.epochs + epochs) });
    await this.#reopen({ ...view.snapshot, run: longer, step, within: 0, model: null, edits: [] });
    if (this.openRun.info?.name !== info.name && this.openRun.step === step) this.openRun.play();
  }

  /** Follows a view that came from the address. */
  async travel(before: View): Promise<void> {
    const wanted = view.snapshot;
    const { session, openRun } = this;
    if (session.phase === 'data' || (session.ready && wanted.run !== before.run)) return this.#reopen(wanted);
    if (!session.ready) return;
    this.wanting = null;
    this.#count++;
    try {
      const step = openRun.standing ? this.#fit(openRun.standing, wanted.step) : wanted.step;
      if (step !== openRun.destination) await openRun.seek(step);
      if (openRun.step !== step) return;
      if (wanted.model !== before.model || wanted.edits !== before.edits) await openRun.put(wanted.model, wanted.edits);
      view.within = wanted.within;
    } finally {
      this.#count--;
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

  /** As #open, where a run stands that stays if the other cannot be had. */
  async #reopen(wanted: View): Promise<void> {
    try {
      await this.#open(wanted);
    } catch (problem) {
      await this.#refuse(wanted, wordsOf(problem));
      this.session.report(problem);
    }
  }

  async #open(wanted: View): Promise<void> {
    this.#count++;
    try {
      await this.#show(wanted);
    } finally {
      this.#count--;
    }
  }

  async #show(wanted: View): Promise<void> {
    const { session, openRun } = this;
    const { engine } = session;
    const latest = (this.#latest = {});
    openRun.halt();
    const check = await engine.check(wholeName(wanted.run));
    if (this.#latest !== latest) return;
    if (check.name === null || check.problems.length > 0) return this.#refuse(wanted, together(check.problems));
    const { standing } = openRun;
    session.phase = 'data';
    this.coming = { done: 0, count: check.data === 'digits' ? (check.trainExamples ?? 0) + (check.testExamples ?? 0) : 0 };
    const isHere = await dataSets.provide(engine, check, (done, count) => (this.coming = { done, count }));
    if (this.#latest !== latest) return;
    if (!isHere) return this.#await(wanted);
    session.notice = null;
    this.wanting = null;
    const before = this.earlier.find(({ info }) => info.name === check.name);
    this.#keep(standing, check.name);
    openRun.keep();
    const run = await engine.start(check.name);
    if (this.#latest !== latest) return;
    const edits = this.#isPreview ? view.edits : wanted.edits;
    this.#isPreview = false;
    const step = this.#fit(run, wanted.step);
    view.run = run.name;
    view.step = step;
    view.within = 0;
    this.drawing.forget();
    openRun.open(run, before);
    await this.drawing.show();
    if (step === 0) openRun.arrive(await engine.moment());
    session.phase = 'ready';
    if (step > 0) await openRun.seek(step);
    if (openRun.standing !== run) return;
    if (openRun.reached === null) openRun.arrive(await engine.moment());
    // What was set by hand belongs to the moment that was wished for, not to where somebody stopped on the way.
    if (openRun.step !== step) return;
    if (wanted.model !== null || edits.length > 0) await openRun.put(wanted.model, edits);
    view.within = wanted.within;
  }

  /** The first visit need not wait for all digits: the run's network is the same with a few, and so is each of those. */
  async #preview(): Promise<void> {
    const { engine } = this.session;
    await engine.makeDigits(previewSize, previewSize);
    await engine.start(previewOf(firstRun, previewSize));
    const page = shipped(firstRun);
    const memory = page !== null && view.step === page.end ? await fetchShipped(page.file) : null;
    if (memory !== null) await engine.showRemembered(memory);
    this.#isPreview = true;
    await this.drawing.show();
    this.openRun.version++;
  }

  /** A run that cannot be had leaves the one that stands here; at the first visit there is one that always can. */
  async #refuse(wanted: View, why: Words | null): Promise<void> {
    const { session, openRun } = this;
    if (openRun.standing === null && wanted.run !== firstRun) await this.#open({ ...wanted, run: firstRun, step: 0, model: null, edits: [] });
    if (openRun.standing !== null) {
      view.run = openRun.standing.name;
      view.step = openRun.step;
      session.phase = 'ready';
    }
    session.notice = why;
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
    this.earlier = run === null || run.name === next ? others : [this.openRun.curves.snapshot(run, this.openRun.step), ...others];
  }
}
