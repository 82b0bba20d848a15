import type { Engine } from '../engine/client';
import type { RunCheck } from '../engine/types';
import { wordsOf, type Words } from '../messages/words';
import { readGiven, type Given } from './given';
import { allRoles, roles } from './idx';
import { forgetFiles, keepFiles, keptFiles, keptSets, type Files } from './kept';
import { fetchSet, offeredSets } from './offered';
import { isPublished, publishedSets, type SetName } from './published';

/** A set that is on its way. */
interface Fetching {
  readonly name: SetName;
  readonly files: Promise<Files | null>;
  /** Whoever waits for it is told how far it is. */
  report(done: number): void;
}

/** Which sets of data this page can have: the built-in digits, what its server offers, and what the visitor gave or this browser keeps. */
class DataSets {
  /** What this browser keeps, in bytes. */
  kept = $state.raw<ReadonlyMap<SetName, number>>(new Map());
  /** What was given and cannot be kept. */
  #held = $state.raw<ReadonlyMap<SetName, Files>>(new Map());
  #offered = $state.raw<ReadonlyMap<SetName, readonly string[]>>(new Map());
  #looked: Promise<void> | null = null;
  /** Files that are waiting for the rest of their set. */
  parts = $state.raw<readonly Given[]>([]);
  /** The file that is being read, and the part of it that is. */
  reading = $state.raw<{ readonly name: string; readonly done: number } | null>(null);
  /** What was wrong with the files that were given last. */
  problems = $state.raw<readonly Words[]>([]);
  /** Four files of which nobody said which set they are. */
  unnamed = $state.raw<readonly Given[] | null>(null);
  /** The set that became whole last. */
  arrived = $state.raw<SetName | null>(null);
  /** The set that a run is waiting for. */
  providing = $state<SetName | null>(null);
  /** How many places on the page say what becomes of given files. */
  homes = $state(0);
  #stop: AbortController | null = null;
  #foreseen: Fetching | null = null;

  /** Whether what was given last could not be kept. */
  get unkept(): boolean {
    return this.arrived !== null && this.#held.has(this.arrived);
  }

  /** Whether a run can have this data. */
  has(name: string): boolean {
    return !isPublished(name) || this.kept.has(name) || this.#held.has(name) || this.#offered.has(name);
  }

  /** Whether anything is to be said of what was given. */
  get speaks(): boolean {
    return this.reading !== null || this.parts.length > 0 || this.problems.length > 0 || this.unnamed !== null || this.arrived !== null;
  }

  /** Of the set that was begun last, the files that are here. */
  get begun(): readonly Given[] {
    const set = this.parts.at(-1)?.set;
    return this.parts.filter((part) => part.set === set);
  }

  /** Of the set that was begun last, the files that are still wanted. */
  get wanted(): readonly string[] {
    return allRoles.filter((role) => this.begun.every((part) => part.role !== role)).map((role) => roles[role]);
  }

  /** Looks, once, at what this browser keeps and the server offers. */
  async look(): Promise<void> {
    this.#looked ??= (async () => {
      [this.kept, this.#offered] = await Promise.all([keptSets(), offeredSets()]);
    })();
    await this.#looked;
  }

  /** Begins to fetch what a run will want, while the engine starts. */
  foresee(name: string): void {
    if (isPublished(name)) this.#foreseen = this.#fetch(name);
  }

  /** Gives the engine the data that a run wants. False where they cannot be had. */
  async provide(engine: Engine, check: RunCheck, report: (done: number, count: number) => void): Promise<boolean> {
    if (check.dataIsHere) return true;
    if (check.data === 'digits') {
      const [train, test] = [check.trainExamples ?? 8000, check.testExamples ?? 2000];
      report(0, train + test);
      await engine.makeDigits(train, test, { progress: (done) => report(done, train + test) });
      return true;
    }
    if (!isPublished(check.data)) return false;
    this.providing = check.data;
    try {
      const fetching = this.#foreseen?.name === check.data ? this.#foreseen : this.#fetch(check.data);
      this.#foreseen = null;
      fetching.report = (done) => report(done, 0);
      const files = await fetching.files;
      if (files !== null) await engine.setImages(check.data, ...files);
      return files !== null;
    } finally {
      this.providing = null;
    }
  }

  /** Takes files that the visitor gave, all four of a set or some; those that are here already wait for the others. */
  async take(engine: Engine, files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.stop();
    const mine = (this.#stop = new AbortController());
    [this.problems, this.arrived] = [[], null];
    for (const file of files) {
      try {
        this.reading = { name: file.name, done: 0 };
        const given = await readGiven(file, (done) => (this.reading = { name: file.name, done }), mine.signal);
        this.parts = [...this.parts.filter(({ role, set }) => role !== given.role || set !== given.set), given];
      } catch (problem) {
        if (mine.signal.aborted) return;
        this.problems = [...this.problems, wordsOf(problem)];
      }
    }
    for (const set of [...publishedSets, null]) await this.#gather(engine, set);
    if (this.#stop === mine) this.reading = this.#stop = null;
  }

  /** Stops reading; what was read stays. */
  stop(): void {
    this.#stop?.abort();
    this.reading = this.#stop = null;
  }

  /** Says which set the unnamed files are; null takes none of them. */
  async name(engine: Engine, set: SetName | null): Promise<void> {
    const files = this.unnamed;
    this.unnamed = null;
    if (set !== null && files !== null) await this.#arrive(engine, set, files);
  }

  /** Puts away what was said; files that wait for others with it. */
  dismiss(): void {
    this.stop();
    [this.parts, this.problems, this.unnamed, this.arrived] = [[], [], null, null];
  }

  async forget(name: SetName): Promise<void> {
    await forgetFiles(name).catch(() => {});
    this.kept = await keptSets();
    if (this.arrived === name) this.arrived = null;
  }

  async #gather(engine: Engine, set: SetName | null): Promise<void> {
    const files = allRoles.map((role) => this.parts.find((part) => part.role === role && part.set === set));
    if (files.some((file) => file === undefined)) return;
    this.parts = this.parts.filter((part) => part.set !== set);
    if (set === null) this.unnamed = files as Given[];
    else await this.#arrive(engine, set, files as Given[]);
  }

  /** The engine looks at them first, and says what is wrong. */
  async #arrive(engine: Engine, set: SetName, given: readonly Given[]): Promise<void> {
    const files = given.map(({ bytes }) => bytes) as unknown as Files;
    try {
      await engine.setImages(set, ...copyOf(files));
    } catch (problem) {
      this.problems = [...this.problems, wordsOf(problem)];
      return;
    }
    const isKept = await keepFiles(set, files);
    const others = [...this.#held].filter(([name]) => name !== set);
    this.#held = new Map(isKept ? others : [...others, [set, files]]);
    this.kept = await keptSets();
    this.arrived = set;
  }

  #fetch(name: SetName): Fetching {
    const fetching: Fetching = { name, report: () => {}, files: this.look().then(() => this.#files(name, (done) => fetching.report(done))) };
    return fetching;
  }

  async #files(name: SetName, report: (done: number) => void): Promise<Files | null> {
    const held = this.#held.get(name);
    if (held) return copyOf(held);
    const offer = this.#offered.get(name);
    return (this.kept.has(name) ? await keptFiles(name) : null) ?? (offer === undefined ? null : await fetchSet(name, offer, report));
  }
}

/** The engine takes what it is given; this is for what is needed again. */
function copyOf(files: Files): Files {
  return files.map((bytes) => bytes.slice()) as unknown as Files;
}

export const dataSets = new DataSets();
