/** A cell of the confusion matrix: digits of one class that were taken for one. */
export interface Cell {
  readonly label: number;
  readonly prediction: number;
}

/** The cell that the address says, such as `4.9`. */
export function cellOf(text: string | undefined): Cell | null {
  const at = /^(\d+)\.(\d+)$/.exec(text ?? '');
  return at ? { label: Number(at[1]), prediction: Number(at[2]) } : null;
}
