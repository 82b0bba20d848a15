import type { ChallengeEntry, ChallengeQuestion, Verdict } from '../engine/types';
import { lab, view } from '../state';
import { exampleText } from '../state/address';
import { refOf, type Selection, type ShownExample } from '../state/view';
import type { Answered, Occasion } from './answered';

/** A question, and what it is about. */
export interface AskedQuestion {
  readonly entry: ChallengeEntry;
  readonly question: ChallengeQuestion;
  readonly example: ShownExample;
  readonly run: string;
  readonly step: number;
}

/** Poses a challenge about an example at the moment that is shown; null where it cannot be asked. */
export async function pose(entry: ChallengeEntry, example: ShownExample, seed: number): Promise<AskedQuestion | null> {
  const { run, step } = view;
  const question = await lab.engine.poseChallenge(entry.name, refOf(example), seed);
  return question && { entry, question, example, run, step };
}

/** Has the engine do what was asked about. */
export function judge({ question, example }: AskedQuestion, guess: readonly number[]): Promise<Verdict> {
  return lab.engine.judgeChallenge(question.name, refOf(example), question.seed, guess);
}

/** What is kept of an answer. */
export function answerOf({ entry, question, example, run, step }: AskedQuestion, guess: readonly number[], verdict: Verdict, occasion: Occasion): Answered {
  const { isRight, slip, answer } = verdict;
  return {
    challenge: entry.name,
    concept: entry.concept,
    run,
    step,
    example: exampleText(example),
    seed: question.seed,
    guess,
    answer,
    isRight,
    slip,
    occasion,
    when: new Date().toISOString(),
  };
}

/** A guess of the right shape, for whoever wants only the answer. */
export function anyGuess({ question }: AskedQuestion): readonly number[] {
  return Array.from({ length: question.axes?.points ?? 1 }, () => 0);
}

/** The places of a curve's points. */
export function placesOf({ fromX, toX, points }: { readonly fromX: number; readonly toX: number; readonly points: number }): readonly number[] {
  return Array.from({ length: points }, (_, i) => fromX + ((toX - fromX) * i) / Math.max(1, points - 1));
}

/** The layer that a question is about: the outputs where it names none. */
export function layerOf({ question }: AskedQuestion): number {
  return question.values['layer'] ?? (lab.run?.sizes.length ?? 2) - 1;
}

/** The neurons among which one is to be pointed at: those that the question names, or all of its layer. */
export function neuronsOf(asked: AskedQuestion): readonly number[] {
  const named = Object.entries(asked.question.values).flatMap(([name, value]) => (/^n\d+$/.test(name) ? [value] : []));
  return named.length > 0 ? named.toSorted((a, b) => a - b) : Array.from({ length: lab.run?.sizes[layerOf(asked)] ?? 0 }, (_, neuron) => neuron);
}

/** What of the network a question is about; null where it is about no neuron, or none of this network. */
export function selectionOf(asked: AskedQuestion, answer: readonly number[]): Selection | null {
  const { entry, question } = asked;
  const layer = layerOf(asked);
  const neuron = entry.form === 'neuron' ? answer[0] : question.values['neuron'];
  const input = question.values['input'] ?? null;
  const sizes = lab.run?.sizes ?? [];
  if (neuron === undefined || layer < 1 || neuron >= (sizes[layer] ?? 0)) return null;
  return { layer, neuron, input: input !== null && input < (sizes[layer - 1] ?? 0) ? input : null };
}
