import type { PlanePoint } from '../../engine/types';

/** The points of a table: x, y, and a class or a value. */
export interface CsvPoints {
  readonly points: readonly PlanePoint[];
  /** Whether the third column is to be learned as a value: it has numbers that are not whole, or below −1, or more than six different ones. */
  readonly values: boolean;
  /** The first line that is no point, from 1; null where all are. */
  readonly wrong: number | null;
}

/** Reads points from comma-, semicolon- or tab-separated lines; a first line without numbers is a heading. Names of classes are numbered as they come. */
export function csvPoints(text: string): CsvPoints {
  const lines = text.split(/\r?\n/).map((line, i) => ({ number: i + 1, cells: line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')) }));
  const rows = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows[0] && !isNumber(rows[0].cells[0])) rows.shift();
  const wrong = rows.find(({ cells: [x, y, last] }) => !isNumber(x) || !isNumber(y) || !last)?.number ?? null;
  if (wrong !== null) return { points: [], values: false, wrong };
  const thirds = rows.map(({ cells }) => cells[2]!);
  const kinds = [...new Set(thirds)];
  const areNumbers = thirds.every(isNumber);
  const values = areNumbers && (kinds.length > 6 || kinds.some((kind) => !Number.isInteger(Number(kind)) || Number(kind) < -1));
  // −1 and 1 are two classes, in that order; so are 0 and 1.
  const names = areNumbers ? kinds.sort((a, b) => Number(a) - Number(b)) : kinds;
  const points = rows.map(({ cells: [x, y] }, i) => ({ x: Number(x), y: Number(y), value: values ? Number(thirds[i]) : names.indexOf(thirds[i]!) }));
  return { points, values, wrong: null };
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && cell !== '' && Number.isFinite(Number(cell));
}
