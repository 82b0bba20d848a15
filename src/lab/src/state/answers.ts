/** How an answer of the network is to be taken. */
export type Verdict = 'sure' | 'weak' | 'torn';

/** An answer and the one that comes next. */
export interface Answers {
  readonly best: number;
  readonly second: number;
  readonly verdict: Verdict;
}

/** Less than this is no clear yes of an output. */
const strong = 0.5;

/** The two strongest outputs: whether the first is strong, and alone in that. */
export function answersOf(outputs: readonly number[]): Answers {
  const [best = 0, second = 0] = outputs.map((_, digit) => digit).sort((a, b) => outputs[b]! - outputs[a]!);
  const most = outputs[best] ?? 0;
  const next = outputs.length > 1 ? outputs[second]! : 0;
  return { best, second, verdict: most < strong ? 'weak' : next > most / 2 ? 'torn' : 'sure' };
}
