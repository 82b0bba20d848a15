import { untrack } from 'svelte';
import type { PlaneInfo, PlaneProgress } from '../../engine/types';
import { said } from '../../messages/t.svelte';
import { wordsOf, type Words } from '../../messages/words';
import { lab, view } from '../../state';
import { questions } from '../../state/query.svelte';
import { atRest, frameOf, inMotion, type Frame } from './frame';
import { beginsAnew, editsOf, editsText, keyOf, settingsOf, taskOf, usual, type PlaneSettings, type SettingName } from './settings';

/** How long the engine trains before the page shows what came of it. */
const sliceMilliseconds = 12;
const mostRemembered = 1500;
const curveMilliseconds = 150;
/** What makes other points, so that the one that is followed is none of them. */
const ofPoints: readonly SettingName[] = ['set', 'points', 'noise', 'train', 'seed', 'values'];

/** A point of the curves. */
export interface Past {
  readonly epoch: number;
  readonly progress: PlaneProgress;
}

/** The network of this chapter, its training, and what is seen of it. The address holds all of it: what it says is made so. */
export class Plane {
  #told = $derived(settingsOf(view.own));
  info = $state.raw<PlaneInfo | null>(null);
  /** The features that the network of the frame is given; the settings may already name others. */
  given = $state.raw<readonly string[]>([]);
  progress = $state.raw<PlaneProgress | null>(null);
  frame = $state.raw<Frame | null>(null);
  features = $state.raw<readonly Float32Array[]>([]);
  past = $state.raw<readonly Past[]>([]);
  playing = $state(false);
  /** Whether it is on the way to what the address says. */
  underWay = $state(false);
  /** How many boundaries were drawn in play, for whoever measures. */
  frames = $state(0);
  /** How often it began anew because a setting changed. */
  anew = $state(0);
  #problem = $state.raw<Words | null>(null);
  #turn = 0;
  #stepsPerEpoch = 1;
  #all: Past[] = [];
  #drawn = 0;
  #there = '';
  #key = '';

  constructor() {
    questions.count(() => this.underWay || this.playing);
    $effect(() => {
      if (!engineReady.value) return;
      const { settings } = this;
      const wanted = `${keyOf(settings)}\n${settings.step}\n${settings.edits}`;
      if (wanted !== this.#there) untrack(() => void this.#go(wanted));
    });
    $effect(() => () => {
      this.#turn++;
      this.playing = false;
    });
  }

  get settings() {
    return this.#told.settings;
  }

  get wrong(): readonly string[] {
    return this.#told.wrong;
  }

  get error(): string | null {
    return this.#problem === null ? null : said(this.#problem);
  }

  get epoch(): number {
    return this.progress ? this.progress.step / this.#stepsPerEpoch : 0;
  }

  /** Sets something, in the address too; what changes the task begins anew, and goes on if it was going. */
  set(changes: Partial<Record<SettingName, string>>): void {
    const own: Record<string, string> = { ...view.own };
    const anew = Object.keys(changes).some((name) => beginsAnew(name as SettingName));
    const others = ofPoints.some((name) => name in changes);
    const all = { ...changes, ...(anew ? { step: '0', edits: '' } : {}), ...(others ? { point: '' } : {}) };
    for (const [name, value] of Object.entries(all)) {
      if (value === usual[name as SettingName]) delete own[`plane.${name}`];
      else own[`plane.${name}`] = value;
    }
    view.own = own;
    if (anew && (this.progress?.step ?? 0) > 0) this.anew++;
  }

  /** Takes all of another moment's settings, as from a file. */
  take(settings: PlaneSettings): void {
    const others = Object.entries(view.own).filter(([name]) => !name.startsWith('plane.'));
    const own = Object.entries(settings).filter(([name, value]) => value !== usual[name as SettingName]);
    view.own = Object.fromEntries([...others, ...own.map(([name, value]) => [`plane.${name}`, value])]);
  }

  /** Forgets what a link said that there is not. */
  mend(): void {
    const wrong = new Set(this.wrong.map((text) => text.slice(0, text.indexOf('='))));
    view.own = Object.fromEntries(Object.entries(view.own).filter(([name]) => !wrong.has(name)));
  }

  reset(): void {
    this.playing = false;
    this.#turn++;
    this.#there = '';
    this.set({ step: '0', edits: '' });
  }

  toggle(): void {
    if (this.playing) this.pause();
    else void this.play();
  }

  /** Trains on, until it is paused or comes to where it is to stop. */
  async play(): Promise<void> {
    if (this.playing || !this.info || this.progress?.hasDiverged) return;
    if (this.underWay) return;
    this.playing = true;
    const turn = this.#turn;
    while (this.playing && turn === this.#turn) {
      const { speed } = this.settings;
      const steps = speed === 'step' ? 1 : speed === 'epoch' ? this.info.stepsPerEpoch : Infinity;
      if (!(await this.#advance(turn, steps))) break;
      await new Promise(requestAnimationFrame);
    }
    if (turn === this.#turn) await this.#rest(turn);
  }

  /** One mini-batch, or one epoch. */
  async step(steps: number): Promise<void> {
    if (this.playing || this.underWay || !this.info) return;
    this.underWay = true;
    const turn = this.#turn;
    const until = this.progress!.step + steps;
    while (turn === this.#turn && this.progress!.step < until && (await this.#advance(turn, until - this.progress!.step, true))) {}
    if (turn === this.#turn) await this.#rest(turn);
  }

  /** What is under way is finished first: until it has come to rest, it can neither go on nor make a step. */
  pause(): void {
    this.underWay ||= this.playing;
    this.playing = false;
  }

  /** Stands still: the picture is drawn finely, and the address says where. */
  async #rest(turn: number): Promise<void> {
    this.underWay = true;
    this.playing = false;
    await this.#attempt(turn, () => this.#show(turn, this.progress!));
    if (turn !== this.#turn) return;
    this.underWay = false;
    this.#remember();
  }

  /** Gives a weight or bias another value, from now on. */
  async edit(layer: number, neuron: number, input: number | null, value: number): Promise<void> {
    const edits = editsOf(this.settings.edits) ?? [];
    const turn = this.#turn;
    await this.#attempt(turn, async () => {
      const progress = await lab.engine.planeEdit(layer, neuron, input, value);
      const step = progress.step;
      await this.#show(turn, progress);
      const others = edits.filter((edit) => edit.step !== step || edit.layer !== layer || edit.neuron !== neuron || edit.input !== input);
      this.#remember(editsText([...others, { step, layer, neuron, input, value }]));
    });
  }

  /** Where it stands, in the address. */
  #remember(edits: string = this.settings.edits): void {
    const step = String(this.progress?.step ?? 0);
    this.#there = `${this.#key}\n${step}\n${edits}`;
    this.set({ step, edits });
  }

  /** To what the address says: from where it stands where that is on the way, otherwise from the beginning. */
  async #go(wanted: string): Promise<void> {
    const turn = ++this.#turn;
    const { settings } = this;
    const goesOn = this.playing;
    this.playing = false;
    this.underWay = true;
    this.#there = wanted;
    this.#key = keyOf(settings);
    this.#problem = null;
    await this.#attempt(turn, async () => {
      const info = await lab.engine.planeStart(taskOf(settings));
      if (turn !== this.#turn) return;
      this.#stepsPerEpoch = info.stepsPerEpoch;
      this.#all = [];
      for (const { step, layer, neuron, input, value } of settings.edits === '' ? [] : (editsOf(settings.edits) ?? [])) {
        await this.#until(turn, step);
        if (turn !== this.#turn) return;
        await lab.engine.planeEdit(layer, neuron, input, value);
      }
      await this.#until(turn, Number(settings.step));
      if (turn !== this.#turn) return;
      const [progress, pictures, numbers] = await Promise.all([
        lab.engine.planeAdvance(0, 0, 0),
        lab.engine.planeFeatures(atRest.small),
        lab.engine.planeFrame(atRest.size, atRest.small),
      ]);
      if (turn !== this.#turn) return;
      // All at once: pictures of one network are not drawn into another.
      const places = atRest.small ** 2;
      this.features = Array.from({ length: info.sizes[0]! }, (_, k) => pictures.subarray(k * places, (k + 1) * places));
      this.given = settings.features.split(',');
      this.info = info;
      this.#note(progress);
      this.frame = frameOf(numbers, info, atRest);
    });
    if (turn === this.#turn && this.#problem) [this.info, this.frame, this.progress, this.past] = [null, null, null, []];
    if (turn !== this.#turn) return;
    this.underWay = false;
    if (goesOn && this.info) void this.play();
  }

  async #until(turn: number, step: number): Promise<void> {
    for (let at = -1, before = -2; at < step && at !== before && turn === this.#turn; ) {
      const progress = await lab.engine.planeAdvance(step, 0, 30);
      before = progress.hasDiverged ? progress.step : at;
      at = progress.step;
      if (turn === this.#turn) this.#note(progress);
    }
  }

  /** False where it is to stop. */
  async #advance(turn: number, steps: number, once = false): Promise<boolean> {
    const { stepsPerEpoch } = this.info!;
    const now = this.progress?.step ?? 0;
    const stop = Number(this.settings.epochs || Infinity) * stepsPerEpoch;
    const end = once || stop <= now ? Infinity : stop;
    const until = Math.min(now + steps, end, 1e15);
    const untilCost = once ? 0 : Number(this.settings.until || 0);
    let goesOn = false;
    await this.#attempt(turn, async () => {
      const [progress, numbers] = await Promise.all([
        lab.engine.planeAdvance(until, untilCost, sliceMilliseconds),
        lab.engine.planeFrame(inMotion.size, inMotion.small),
      ]);
      if (turn !== this.#turn) return;
      this.#note(progress);
      this.frame = frameOf(numbers, this.info!, inMotion);
      this.frames++;
      // As the engine has it: after whole epochs, so that where it stops is not up to how long a slice is.
      const isAtCost = untilCost > 0 && progress.step % stepsPerEpoch === 0 && (progress.trainCost ?? 0) <= untilCost;
      goesOn = !progress.hasDiverged && progress.step < end && !isAtCost;
    });
    return goesOn;
  }

  async #show(turn: number, progress: PlaneProgress): Promise<void> {
    const numbers = await lab.engine.planeFrame(atRest.size, atRest.small);
    if (turn !== this.#turn) return;
    this.#note(progress);
    this.frame = frameOf(numbers, this.info!, atRest);
  }

  #note(progress: PlaneProgress): void {
    this.progress = progress;
    const epoch = progress.step / this.#stepsPerEpoch;
    if (this.#all.at(-1)?.epoch === epoch) this.#all.pop();
    this.#all.push({ epoch, progress });
    if (this.#all.length > mostRemembered) this.#all = this.#all.filter((_, i) => i % 2 === 0 || i === this.#all.length - 1);
    // Curves that are drawn at every frame would take the time of the plane itself.
    const now = performance.now();
    if (this.playing && now - this.#drawn < curveMilliseconds) return;
    this.#drawn = now;
    this.past = [...this.#all];
  }

  async #attempt(turn: number, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (problem) {
      if (turn === this.#turn) this.#problem = wordsOf(problem);
    }
  }
}

/** The engine can be asked before the digits are there. */
const engineReady = $state({ value: false });
lab.engine.ready.then(
  () => (engineReady.value = true),
  () => {},
);
