import { store, stored } from '../state/stored';

const place = 'test';

/** What was answered of a test that is not finished: null for what was not. */
export type Draft = readonly (readonly number[] | null)[];

/** The draft of a test, by its name; empty where this browser keeps none of it. */
export function draftOf(name: string): Draft {
  try {
    const kept = JSON.parse(stored('always', place) ?? '') as { name?: unknown; guesses?: unknown } | null;
    return kept?.name === name && Array.isArray(kept.guesses) ? kept.guesses.map((one) => (isGuess(one) ? one : null)) : [];
  } catch {
    return [];
  }
}

/** Keeps the draft, for a page that is opened again; of one test at a time. */
export function keepDraft(name: string, guesses: Draft): void {
  store('always', place, JSON.stringify({ name, guesses }));
}

function isGuess(one: unknown): one is readonly number[] {
  return Array.isArray(one) && one.every((value) => typeof value === 'number');
}
