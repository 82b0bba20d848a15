import { largest } from '../../components/palette';
import type { LayerView } from '../../engine/types';
import { lab } from '../../state';

/**
 * What comes into the amplifiers of a layer, ∂C/∂a; null where δ does not come from there by σ′(z): softmax looks at all sums at once, and a
 * cross-entropy may have an infinite derivative. There the signal begins with δ itself.
 */
export function incoming(layer: LayerView): readonly number[] | null {
  const known = layer.dCdA?.filter((derivative) => derivative !== null) ?? [];
  return lab.about?.hiddenActivations.includes(layer.activation) && known.length === layer.a.length ? known : null;
}

/** The gains beside the largest of all layers, 0 to 1; where the signal begins with δ itself, it passes as it is. */
export function gainsOf(layers: readonly LayerView[]): readonly (readonly number[])[] {
  const split = layers.map((layer) => incoming(layer) !== null);
  const most = largest(layers.flatMap(({ slope }, i) => (split[i] ? slope.map(Math.abs) : [])));
  return layers.map(({ slope }, i) => slope.map((gain) => (split[i] ? Math.abs(gain) / most : 1)));
}
