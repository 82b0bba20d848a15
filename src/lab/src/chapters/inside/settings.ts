import type { DreamStart, DreamView, EdgeLikenesses, NoiseKind, NoiseView, SureAnswers } from '../../engine/types';

type Own = Readonly<Record<string, string>>;

export const kinds: readonly NoiseKind[] = ['uniform', 'dim', 'salt'];
export const mostDraws = 1000;
export const mostGrown = 300;
export const raceSizes = [200, 500, 1000] as const;

const ten: readonly number[] = Array.from({ length: 10 }, () => 0);
const none: SureAnswers = { count: 1, sure: 0, mean: 0, histogram: ten, answers: ten };

/** What takes the room of the answers that are still to come, unseen. */
export const blankNoise: NoiseView = { kind: 'uniform', picture: [], outputs: ten, prediction: 0, noise: none, digits: none };
export const blankDream: DreamView = {
  layer: 1,
  neuron: 0,
  steps: 0,
  activations: [],
  picture: [],
  outputs: ten,
  prediction: 0,
  nearest: 0,
  nearestLabel: 0,
  nearestLikeness: 0,
  exampleLikeness: 0,
};

export function blankLayer(neurons: number): { weights: Float32Array; likeness: EdgeLikenesses; limit: number } {
  const likeness = Array.from({ length: neurons }, (_, neuron) => ({ neuron, likeness: 0, row: 0, column: 0, angle: 0 }));
  return { weights: new Float32Array(), likeness: { neurons: likeness, mean: 0, startMean: 0 }, limit: 1 };
}

/** What the chapter's settings may be in an address. */
const possible: Readonly<Record<string, (text: string) => boolean>> = {
  'inside.noise': (text) => (kinds as readonly string[]).includes(text),
  'inside.seed': (text) => isWhole(text, 0, 999_999),
  'inside.draws': (text) => isWhole(text, 1, mostDraws),
  'inside.race': (text) => new RegExp(`^(${raceSizes.join('|')}):\\d{1,6}$`).test(text),
  'inside.from': (text) => text === 'grey' || text === 'noise',
  'inside.grown': (text) => isWhole(text, 0, mostGrown),
};

/** The chapter's settings in an address that make no sense. */
export function wrongSettings(own: Own): readonly string[] {
  return Object.keys(own).filter((name) => name.startsWith('inside.') && !possible[name]?.(own[name]!));
}

function settingOf(own: Own, name: keyof typeof possible): string | null {
  const text = own[name];
  return text !== undefined && possible[name]!(text) ? text : null;
}

/** Which noise, and how many pictures of it have been drawn. */
export function noiseOf(own: Own): { kind: NoiseKind; seed: number; draws: number } {
  return {
    kind: (settingOf(own, 'inside.noise') ?? 'uniform') as NoiseKind,
    seed: Number(settingOf(own, 'inside.seed') ?? 1),
    draws: Number(settingOf(own, 'inside.draws') ?? 1),
  };
}

/** The race of true and shuffled labels; null where nobody has asked for one. */
export function raceOf(own: Own): { examples: number; seed: number } | null {
  const text = settingOf(own, 'inside.race');
  if (text === null) return null;
  const [examples = 0, seed = 0] = text.split(':').map(Number);
  return { examples, seed };
}

/** What the pleasing picture grows from, and for how many steps. */
export function dreamOf(own: Own): { from: DreamStart; grown: number } {
  return { from: settingOf(own, 'inside.from') === 'noise' ? 'noise' : 'grey', grown: Number(settingOf(own, 'inside.grown') ?? 0) };
}

function isWhole(text: string, low: number, high: number): boolean {
  return /^\d{1,7}$/.test(text) && Number(text) >= low && Number(text) <= high;
}
