import type { NeuronView } from '../../engine/types';
import { lab, view } from '../../state';
import type { Answer } from '../../state/query.svelte';
import type { InputName } from '../../state/view';

/** A weight or bias of the network. */
export interface WeightName {
  readonly layer: number;
  readonly neuron: number;
  readonly input: InputName;
}

/**
 * The weight that the chapter is about: the selected one, or where only a neuron is selected the weight that contributes most to
 * it, or where nothing is selected that of the output that should be bright. Made while a component is set up.
 */
export class ShownWeight {
  readonly #answer: Answer<NeuronView>;
  #place = $derived.by(() => {
    const { selection } = view;
    const last = lab.explanation.value;
    if (selection) return { layer: selection.layer, neuron: selection.neuron };
    return last ? { layer: last.layers.length, neuron: last.label ?? last.prediction } : null;
  });
  /** The weight's neuron; null until it is known. */
  readonly neuron = $derived.by(() => {
    const { value } = this.#answer;
    return value && value.layer === this.#place?.layer && value.neuron === this.#place.neuron ? value : null;
  });
  readonly name = $derived.by((): WeightName | null => {
    if (!this.#place) return null;
    const said = view.selection?.input ?? null;
    const input = said ?? this.neuron?.contributions[0]?.input ?? null;
    return input === null ? null : { ...this.#place, input };
  });

  constructor() {
    this.#answer = lab.ask(
      () => this.#place,
      (engine, at, example) => engine.neuron(example, at.layer, at.neuron),
    );
  }
}

/** The input as the engine's calls take it. */
export function inputOf({ input }: WeightName): number | null {
  return input === 'bias' ? null : input;
}
