/** Where a question was answered. */
export type Occasion = 'door' | 'practice' | 'before' | 'after';

/** An answer that somebody gave, with all that it takes to pose the question again. */
export interface Answered {
  readonly challenge: string;
  readonly concept: string;
  readonly run: string;
  readonly step: number;
  /** As an address says it, such as `test:3`. */
  readonly example: string;
  readonly seed: number;
  readonly guess: readonly number[];
  readonly answer: readonly number[];
  readonly isRight: boolean;
  /** What was mixed up; null where it was right or nothing known led to the answer. */
  readonly slip: string | null;
  readonly occasion: Occasion;
  /** When, as ISO 8601 says it. */
  readonly when: string;
}

/** How a challenge stands with this visitor. */
export type Standing = { readonly state: 'open' | 'skipped' | 'right' } | { readonly state: 'wrong'; readonly slip: string | null };

/** How many answers about a concept count: whoever has learned it is not reproached with how it began. */
const lately = 5;

/** How a challenge stands: by its last answer. */
export function standingOf(name: string, answered: readonly Answered[], skipped: readonly string[]): Standing {
  const last = answered.findLast(({ challenge }) => challenge === name);
  if (!last) return { state: skipped.includes(name) ? 'skipped' : 'open' };
  return last.isRight ? { state: 'right' } : { state: 'wrong', slip: last.slip };
}

/** What was right of the last answers about a concept, and which ideas are still mixed up. */
export interface Score {
  readonly concept: string;
  readonly right: number;
  readonly count: number;
  readonly slips: readonly string[];
}

/** The scores of the concepts about which something was answered, in the order in which they are given. */
export function scores(concepts: readonly string[], answered: readonly Answered[]): Score[] {
  return concepts.flatMap((concept) => {
    const about = answered.filter((one) => one.concept === concept);
    if (about.length === 0) return [];
    const last = about.slice(-lately);
    // A slip is overcome by a right answer to the same challenge.
    const still = last.filter(({ challenge, slip }, i) => slip !== null && !last.slice(i + 1).some((later) => later.challenge === challenge && later.isRight));
    return [{ concept, right: last.filter(({ isRight }) => isRight).length, count: last.length, slips: [...new Set(still.map(({ slip }) => slip!))] }];
  });
}

/** The answers as a file for programs. */
export function jsonOf(answered: readonly Answered[], name: string): string {
  return JSON.stringify({ kind: 'nabla answers 1', name, answered }, null, 1);
}

const columns = ['when', 'occasion', 'challenge', 'concept', 'isRight', 'slip', 'guess', 'answer', 'run', 'step', 'example', 'seed'] as const;

/** The answers as a table: a row an answer, the values of a curve apart by spaces. */
export function csvOf(answered: readonly Answered[], name: string): string {
  const rows = answered.map((one) => [
    name,
    ...columns.map((column) => {
      const value = one[column];
      return Array.isArray(value) ? value.join(' ') : String(value ?? '');
    }),
  ]);
  return [['name', ...columns], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

// What begins like a formula a spreadsheet would compute.
function cell(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The answers that a text holds; none where it is nothing of the kind. */
export function readKept(text: string | null): { answered: Answered[]; skipped: string[] } {
  try {
    const kept = JSON.parse(text ?? '') as { answered?: unknown; skipped?: unknown } | null;
    return {
      answered: Array.isArray(kept?.answered) ? kept.answered.filter(isAnswered) : [],
      skipped: Array.isArray(kept?.skipped) ? kept.skipped.filter((name) => typeof name === 'string') : [],
    };
  } catch {
    return { answered: [], skipped: [] };
  }
}

function isAnswered(one: unknown): one is Answered {
  const { challenge, concept, guess, answer, isRight, seed, run, step, example, when } = (one ?? {}) as Partial<Record<keyof Answered, unknown>>;
  return (
    [challenge, concept, run, example, when].every((text) => typeof text === 'string') &&
    [seed, step].every((value) => typeof value === 'number') &&
    [guess, answer].every((values) => Array.isArray(values)) &&
    typeof isRight === 'boolean'
  );
}
