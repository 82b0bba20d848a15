import type { ChallengeEntry } from '../engine/types';
import type { Answered, Standing } from './answered';

/** The order of the lectures: by the concepts' numbers. */
export function inOrder(entries: readonly ChallengeEntry[]): readonly ChallengeEntry[] {
  return entries.toSorted((a, b) => numberOf(a.concept) - numberOf(b.concept));
}

export function conceptsOf(entries: readonly ChallengeEntry[]): readonly string[] {
  return [...new Set(inOrder(entries).map(({ concept }) => concept))];
}

function numberOf(concept: string): number {
  return Number(concept.slice(1));
}

const ranks = { open: 0, wrong: 1, skipped: 2, right: 3 } as const;

/** What to ask next: what was not answered yet, then what was wrong, what was skipped, and what was right; the longest ago first. */
export function toAsk(entries: readonly ChallengeEntry[], standing: (name: string) => Standing, answered: readonly Answered[]): readonly string[] {
  const last = new Map(answered.map(({ challenge }, i) => [challenge, i]));
  return inOrder(entries)
    .map(({ name }) => name)
    .toSorted((a, b) => ranks[standing(a).state] - ranks[standing(b).state] || (last.get(a) ?? -1) - (last.get(b) ?? -1));
}

/** The test before the lessons, and the one after. */
export const tests = ['before', 'after'] as const;
export type TestName = (typeof tests)[number];

/** How many questions a test has. */
export const testLength = 10;

/** A question by what it is posed with: a test digit and a seed. */
export interface Slot {
  readonly name: string;
  readonly index: number;
  readonly seed: number;
}

/**
 * The questions of a test: the same challenges before and after, spread over the concepts in the order of the lectures, with other seeds and
 * other digits. Where there are fewer challenges than places, they come again.
 * @param askable The challenges that can be asked of the network, in order.
 * @param seed The test's number: a class that has seen one can be given another.
 * @param digits How many test digits there are.
 */
export function slotsOf(askable: readonly string[], test: TestName, seed: number, digits: number): readonly Slot[] {
  if (askable.length === 0 || digits === 0) return [];
  const number = 2 * seed + tests.indexOf(test);
  const names = Array.from({ length: testLength }, (_, i) =>
    askable.length >= testLength ? askable[Math.floor((i * askable.length) / testLength)]! : askable[i % askable.length]!);
  const taken = new Set<number>();
  return names.map((name, i) => {
    let index = mixed(number * testLength + i) % digits;
    // No digit twice, as long as there are enough.
    while (taken.has(index) && taken.size < digits) index = (index + 1) % digits;
    taken.add(index);
    return { name, index, seed: number * testLength + i };
  });
}

/** Far numbers from near ones. */
function mixed(value: number): number {
  let bits = Math.imul(value + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
