import type { LayerView } from '../../engine/types';
import { lab, view } from '../../state';
import type { InputName, Selection } from '../../state/view';

/** What the neurons of a layer want: to move by −∂C/∂a each, or their sums by −∂C/∂z. */
export interface Wants {
  readonly of: 'a' | 'z';
  readonly values: readonly number[];
}

/** A wish is a derivative with its sign turned: the cost falls where it is followed. */
export function wish(derivative: number): number {
  return 0 - derivative;
}

/**
 * The wishes of a layer; null without a target. A softmax moves all of its activations at once, and a cross-entropy may want an
 * activation to move without bounds: there the wishes of the weighted sums say what is wanted.
 */
export function wantsOf(layer: LayerView): Wants | null {
  if (layer.delta === null || layer.dCdA === null) return null;
  const known = layer.dCdA.filter((derivative) => derivative !== null);
  return lab.about?.hiddenActivations.includes(layer.activation) && known.length === layer.dCdA.length
    ? { of: 'a', values: known.map(wish) }
    : { of: 'z', values: layer.delta.map(wish) };
}

/** The layer whose wishes are shown; 0 for the inputs. The selection is where the walk stands, but for the inputs, which have no neurons. */
export function standing(): number {
  return view.own['nudges.input'] === key() ? 0 : (view.selection?.layer ?? depth());
}

/** Walks to a layer and chooses its neuron with the strongest wish; to the inputs with 0. */
export function walkTo(layer: number): void {
  if (layer === 0) return view.remember('nudges.input', key());
  view.remember('nudges.input', null);
  const explained = lab.explanation.value?.layers[layer - 1];
  const values = (explained && wantsOf(explained)?.values) ?? [0];
  const strongest = values.reduce((best, value, i) => (Math.abs(value) > Math.abs(values[best]!) ? i : best), 0);
  view.selection = layer === depth() ? null : { layer, neuron: strongest, input: null };
}

/** Chooses a neuron, or one of its weights or its bias, and leaves the inputs. */
export function choose(layer: number, neuron: number, input: InputName | null = null): void {
  view.remember('nudges.input', null);
  view.select(layer, neuron, input);
}

export function depth(): number {
  return (lab.run?.sizes.length ?? 1) - 1;
}

// The walk to the inputs holds for the neuron from which it was made: whatever else is chosen, leaves them.
function key(): string {
  const at: Selection | null = view.selection;
  return at ? `${at.layer}.${at.neuron}` : 'none';
}
