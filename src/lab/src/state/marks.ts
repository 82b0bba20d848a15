/** How a run's line is drawn: one of the six colours of lines, and dashes, so that colour alone never tells. */
export interface Mark {
  readonly color: number;
  /** For `stroke-dasharray`; none for an unbroken line. */
  readonly dashes?: string | undefined;
}

const colors = 6;
const dashes = [undefined, '7 3', '2 3', '10 3 2 3', '14 4', '5 2 1 2 1 2'] as const;

const places = new Map<string, number>();

/** The mark of a run by its name: the same for as long as the page lives, whatever other runs come and go. */
export function markOf(run: string): Mark {
  const place = places.get(run) ?? places.size;
  places.set(run, place);
  // After six runs the colours begin anew, each with the next dashes.
  return { color: place % colors, dashes: dashes[(place + Math.floor(place / colors)) % dashes.length] };
}
