/** What a column of neurons shows: neurons from the top, and where some are left out. */
export interface Column {
  /** The layer, from 1. */
  readonly layer: number;
  readonly size: number;
  readonly x: number;
  /** The neurons shown, each with its height. */
  readonly neurons: readonly Place[];
  /** Where a "⋮" stands for neurons that are left out. */
  readonly gaps: readonly number[];
}

export interface Place {
  readonly neuron: number;
  readonly y: number;
}

export interface Layout {
  readonly columns: readonly Column[];
  readonly radius: number;
}

/** The least distance of two neurons, so that each can be hit. */
const closest = 24;
const farthest = 44;

/**
 * Where the neurons of a network of any shape stand in a drawing: a column a layer, as many neurons as the height holds, the
 * first and the last, and the chosen one in any case.
 */
export function layOut(
  sizes: readonly number[],
  width: number,
  height: number,
  left: number,
  right: number,
  chosen: { layer: number; neuron: number } | null,
): Layout {
  const layers = sizes.slice(1);
  const most = Math.max(3, Math.floor(height / closest));
  const shown = Math.min(most, Math.max(...layers));
  const distance = Math.min(farthest, height / Math.max(shown, 1));
  const columns = layers.map((size, i): Column => {
    const layer = i + 1;
    const x = layers.length === 1 ? width - right : left + ((width - left - right) * i) / (layers.length - 1);
    const must = chosen?.layer === layer ? chosen.neuron : 0;
    const slots = pick(size, most, must);
    const top = (height - slots.length * distance) / 2 + distance / 2;
    const places = slots.map((neuron, slot) => ({ neuron, y: top + distance * slot }));
    return {
      layer,
      size,
      x,
      neurons: places.filter((place): place is Place => place.neuron !== null),
      gaps: places.filter(({ neuron }) => neuron === null).map(({ y }) => y),
    };
  });
  return { columns, radius: Math.max(1, Math.min(15, distance * 0.4)) };
}

/** How columns' heads are written so that none runs into another: in words, else as numbers, on two lines by turns if need be. */
export type Heads = 'words' | 'numbers' | 'turns';

/** The width of a number's digit and of "16 neurons", in any language, in pixels. */
const digitWidth = 9;
const wordsWidth = 88;

export function headsOf(columns: readonly Column[], narrow: boolean): Heads {
  const gap = columns.length > 1 ? columns[1]!.x - columns[0]!.x : Infinity;
  if (!narrow && gap >= wordsWidth) return 'words';
  return gap >= digitWidth * (0.5 + Math.max(...columns.map(({ size }) => String(size).length))) ? 'numbers' : 'turns';
}

/** The neurons to show, from the top; null for a gap. */
function pick(size: number, most: number, must: number): (number | null)[] {
  if (size <= most) return range(0, size);
  const after = Math.min(3, Math.floor((most - 1) / 3));
  const before = most - 1 - after;
  const last = range(size - after, after);
  // The chosen neuron stands between two gaps, unless it is at hand anyway.
  if (must >= before && must < size - after) return [...range(0, before - 2), null, must, null, ...last];
  return [...range(0, before), null, ...last];
}

function range(from: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => from + i);
}

/** A line from a neuron k of the layer before to a neuron j of a layer. */
export interface Edge {
  readonly layer: number;
  readonly neuron: number;
  readonly input: number;
  readonly weight: number;
  /** The size of the weight beside the largest of its layer, 0 to 1. */
  readonly strength: number;
}

/** How many lines between two layers the eye can follow. */
const followed = 320;

/** The weights between two columns that are worth a line: all of them, or the strongest; those of the chosen neuron in any case. */
export function edgesBetween(before: Column, column: Column, weights: ArrayLike<number>, chosen: number | null): Edge[] {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) largest = Math.max(largest, Math.abs(weights[i]!));
  const edges = column.neurons.flatMap(({ neuron }) =>
    before.neurons.map(({ neuron: input }): Edge => {
      const weight = weights[neuron * before.size + input] ?? 0;
      return { layer: column.layer, neuron, input, weight, strength: largest === 0 ? 0 : Math.abs(weight) / largest };
    }),
  );
  if (edges.length <= followed) return edges;
  const strongest = [...edges].sort((a, b) => b.strength - a.strength).slice(0, followed);
  return chosen === null
    ? strongest
    : [...strongest.filter((edge) => edge.neuron !== chosen), ...edges.filter((edge) => edge.neuron === chosen)];
}

/** A click this near a line means the line. */
const reach = 7;

/** The weight whose line passes nearest to a point, if any is near. */
export function nearestEdge(
  bundles: readonly { before: Column; column: Column; edges: readonly Edge[] }[],
  x: number,
  y: number,
  radius: number,
): { layer: number; neuron: number; input: number } | null {
  let nearest: Edge | null = null;
  let least = reach;
  for (const { before, column, edges } of bundles) {
    if (x <= before.x + radius || x >= column.x - radius) continue;
    const part = (x - before.x) / (column.x - before.x);
    const from = new Map(before.neurons.map((place) => [place.neuron, place.y]));
    const to = new Map(column.neurons.map((place) => [place.neuron, place.y]));
    for (const edge of edges) {
      const [y1, y2] = [from.get(edge.input)!, to.get(edge.neuron)!];
      const slope = (y2 - y1) / (column.x - before.x);
      const distance = Math.abs(y1 + (y2 - y1) * part - y) / Math.hypot(1, slope);
      // Among lines that are about as near, the one that can be seen is meant.
      if (distance - 2 * edge.strength < least) [nearest, least] = [edge, distance - 2 * edge.strength];
    }
  }
  return nearest && { layer: nearest.layer, neuron: nearest.neuron, input: nearest.input };
}
