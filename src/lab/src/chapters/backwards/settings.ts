/** What hidden layers can be made of, and how their weights can be drawn. */
export const activations = ['sigmoid', 'tanh', 'relu'] as const;
export const initializers = ['xavier', 'he', 'normal', 'constant:0.5'] as const;

/** Most hidden layers, as the engine has it. */
export const deepest = 8;

/** The new network whose gradients are shown by layer. */
export interface DepthSetting {
  readonly depth: number;
  readonly activation: (typeof activations)[number];
  readonly initializer: (typeof initializers)[number];
  readonly seed: number;
  /** What the bars are: the mean of |∂C/∂w|, or the root mean square of δ. */
  readonly of: 'weights' | 'errors';
}

/** The new network of an address: what it says, or the usual. */
export function depthSetting(own: Readonly<Record<string, string>>): DepthSetting {
  return {
    depth: whole(own['backwards.depth'], deepest, 1, deepest),
    activation: activations.find((one) => one === own['backwards.activation']) ?? 'sigmoid',
    initializer: initializers.find((one) => one === own['backwards.initializer']) ?? 'xavier',
    seed: whole(own['backwards.seed'], 1, 1, 1_000_000),
    of: own['backwards.of'] === 'errors' ? 'errors' : 'weights',
  };
}

/** The neurons that the path is to go through, by layer. */
export type Via = ReadonlyMap<number, number>;

/** Those of an address, such as `2.5,3.7`, as far as the network has them; its inputs are layer 0. */
export function viaOf(said: string | undefined, sizes: readonly number[]): Via {
  const via = new Map<number, number>();
  for (const [, layer, neuron] of (said ?? '').matchAll(/(\d+)\.(\d+)/g)) {
    if (Number(layer) >= 1 && Number(neuron) < (sizes[Number(layer)] ?? 0)) via.set(Number(layer), Number(neuron));
  }
  return via;
}

/** What an address says once a neuron is wanted too, or no longer where it was; null for none. */
export function toggled(via: Via, layer: number, neuron: number): string | null {
  const changed = new Map(via);
  if (via.get(layer) === neuron) changed.delete(layer);
  else changed.set(layer, neuron);
  return [...changed].sort(([a], [b]) => a - b).map((one) => one.join('.')).join(',') || null;
}

/** The same as the engine takes it: of each layer after one a neuron, or −1 where any will do. */
export function throughOf(via: Via, layer: number, last: number): number[] {
  return Array.from({ length: last - layer }, (_, i) => via.get(layer + 1 + i) ?? -1);
}

function whole(said: string | undefined, usual: number, least: number, most: number): number {
  const value = Number.parseInt(said ?? '', 10);
  return Number.isNaN(value) ? usual : Math.max(least, Math.min(most, value));
}
