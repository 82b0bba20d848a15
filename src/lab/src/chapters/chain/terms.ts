import type { Engine } from '../../engine/client';
import type { Equation, EquationTerm, ExampleRef } from '../../engine/types';

/** A vector or matrix of an equation with all its numbers, and whose neurons its rows and columns are. */
export interface Term {
  readonly symbol: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: ArrayLike<number>;
  /** The layer whose neurons the rows are; null where there is one row. */
  readonly rowLayer: number | null;
  readonly columnLayer: number | null;
}

export interface FilledEquation {
  readonly equation: Equation;
  readonly terms: readonly Term[];
}

/** What stands out: of each layer one neuron, or all of them. */
export type Lit = ReadonlyMap<number, number | 'all'>;

/** One number of a term. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The output's equation and those of a layer, with all numbers. */
export async function equationsOf(engine: Engine, example: ExampleRef, layer: number, depth: number): Promise<FilledEquation[]> {
  const own = await engine.equations(example, layer);
  const output = layer === depth ? [] : (await engine.equations(example, depth)).filter(({ name }) => name === 'BP1');
  return Promise.all(
    [...output, ...own].map(async (equation) => ({
      equation,
      terms: await Promise.all(equation.terms.map((term, place) => filled(engine, example, equation, term, place, depth))),
    })),
  );
}

async function filled(
  engine: Engine,
  example: ExampleRef,
  { name, layer }: Equation,
  { symbol, rows, columns, values }: EquationTerm,
  place: number,
  depth: number,
): Promise<Term> {
  const numbers = values.length > 0 ? values.flat().map((value) => value ?? NaN) : await engine.equationTerm(example, layer, name, place);
  const of = Number(/\d+/.exec(symbol)?.[0] ?? depth);
  const layers = symbol.includes('W') ? (symbol.endsWith('ᵀ') ? [of - 1, of] : [of, of - 1]) : [of, of];
  return {
    symbol,
    rows,
    columns,
    values: numbers,
    rowLayer: rows > 1 || columns === 1 ? layers[0]! : null,
    columnLayer: columns > 1 ? layers[1]! : null,
  };
}

/** The neurons of a number of a term, or of all its numbers. */
export function litBy({ rowLayer, columnLayer }: Term, cell: Cell | null): Lit {
  const lit = new Map<number, number | 'all'>();
  if (rowLayer !== null) lit.set(rowLayer, cell?.row ?? 'all');
  if (columnLayer !== null) lit.set(columnLayer, cell?.column ?? 'all');
  return lit;
}

/** The signs between the terms: after the first, the second and the third. */
export function signsOf({ name, vector, terms }: Equation): readonly string[] {
  if (name === 'BP1') return terms.length === 2 ? ['= (∂a/∂z)ᵀ'] : ['=', vector.includes('⊙') ? '⊙' : '−'];
  return ['=', '·', '⊙'];
}
