import { t } from '../../messages/t.svelte';
import type { FeatureName } from './settings';

const written: Readonly<Record<FeatureName, string>> = { x: 'x', y: 'y', xx: 'x²', yy: 'y²', xy: 'xy', sinx: 'sin x', siny: 'sin y' };

export function featureName(name: FeatureName): string {
  return written[name] ?? name;
}

export function neuronName(layer: number, neuron: number, isOutput: boolean): string {
  return isOutput ? t('plane.neuron.output', { neuron: neuron + 1 }) : t('plane.neuron', { layer, neuron: neuron + 1 });
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** What a neuron is called in a formula: a₁₂ is the second of the first hidden layer. */
export function neuronSymbol(layer: number, neuron: number): string {
  return `a${subscripts[layer]}${subscripts[neuron + 1]}`;
}

/** What an input of a layer is called in a formula: x², or a₁₃. */
export function inputSymbol(layer: number, input: number, given: readonly string[]): string {
  return layer === 1 ? featureName(given[input] as FeatureName) : neuronSymbol(layer - 1, input);
}
