import type { OneNeuronNetwork } from '../../engine/types';

/** What of a neuron can be nudged: its weight, its bias, or what comes into it. */
export type Nudged = 'w' | 'b' | "a'";

/** The chain that is shown, and by what its cost is differentiated. */
export interface ChainSetting {
  readonly network: OneNeuronNetwork;
  readonly neuron: number;
  readonly symbol: Nudged;
  /** The nudge that is drawn, by its place among the engine's sizes. */
  readonly nudge: number;
}

const usual = { weights: [1.5, -1.2, 2], biases: [-0.5, 0.6, -0.8], input: 0.6, target: 1 } as const;

/** The cost's part of an address: what an address says, or the usual. */
export function chainSetting(own: Readonly<Record<string, string>>): ChainSetting {
  const depth = Math.max(1, Math.min(3, Math.trunc(number(own['chain.depth'], 1))));
  const by = /^([wb]|a')([1-3])$/.exec(own['chain.by'] ?? '');
  const symbol = (by?.[1] as Nudged | undefined) ?? 'w';
  return {
    network: {
      input: number(own['chain.input'], usual.input),
      target: number(own['chain.target'], usual.target),
      cost: own['chain.cost'] ?? 'quadratic',
      activation: own['chain.activation'] ?? 'sigmoid',
      weights: list(own['chain.weights'], usual.weights, depth),
      biases: list(own['chain.biases'], usual.biases, depth),
    },
    neuron: symbol === "a'" ? 0 : by ? Math.min(depth, Number(by[2])) - 1 : depth - 1,
    symbol,
    nudge: Math.max(0, Math.trunc(number(own['chain.nudge'], 1))),
  };
}

/** What the address says of a chain with one number changed. */
export function changed(list: readonly number[], place: number, value: number): string {
  return list.map((old, i) => (i === place ? value : old)).join(',');
}

/** A quantity's name: without a number where there is one neuron, as in the lecture. */
export function nameOf(letter: string, neuron: number, depth: number): string {
  if (letter === 'C') return 'C₀';
  if (letter === 'y') return 'y';
  if (letter === "a'") return depth === 1 ? "a′" : nameOf('a', neuron - 1, depth);
  return depth === 1 ? letter : letter + '₀₁₂₃'[neuron + 1];
}

/** The same in TeX. */
export function texName(letter: string, neuron: number, depth: number): string {
  return nameOf(letter, neuron, depth)
    .replace('′', "'")
    .replace(/[₀₁₂₃]/, (digit) => `_${'₀₁₂₃'.indexOf(digit)}`);
}

/** What a factor is, in symbols: ∂z/∂w = a′, ∂a/∂z = σ′(z), ∂C/∂a as the cost says it, such as 2(a − y). */
export function formulaOf(of: string, by: string, neuron: number, depth: number, slope: string): string {
  if (of === 'z') return by === 'w' ? nameOf("a'", neuron, depth) : by === 'b' ? '1' : nameOf('w', neuron, depth);
  if (of === 'a') return `σ′(${nameOf('z', neuron, depth)})`;
  return (slope.endsWith(')') ? slope : `(${slope})`).replace('a', nameOf('a', neuron, depth));
}

/** A scale about a value: doubled until it holds it. */
export function range(low: number, high: number, value: number | undefined): readonly [number, number] {
  let [from, to] = [low, high];
  for (let i = 0; i < 40 && value !== undefined && value > to; i++) to *= 2;
  for (let i = 0; i < 40 && value !== undefined && value < from; i++) from = from === 0 ? -to : 2 * from;
  return [from, to];
}

function list(said: string | undefined, fallback: readonly number[], depth: number): number[] {
  const numbers = said?.split(',') ?? [];
  return Array.from({ length: depth }, (_, i) => number(numbers[i], fallback[i]!));
}

function number(said: string | undefined, fallback: number): number {
  const value = said === undefined || said === '' ? NaN : Number(said);
  return Number.isFinite(value) ? value : fallback;
}
