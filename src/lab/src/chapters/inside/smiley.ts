import { view } from '../../state';
import { encodeStrokes, type Stroke } from '../../state/strokes';
import type { ShownExample } from '../../state/view';

/** Two eyes, a mouth, and the face around them. */
const strokes: readonly Stroke[] = [arc(256, 256, 200, 0, 360), arc(186, 200, 12, 0, 360), arc(326, 200, 12, 0, 360), arc(256, 270, 110, 20, 160)];
const smiley: ShownExample = { set: 'drawing', strokes: encodeStrokes(strokes), pen: 'thin', label: null, normalise: true };

/** A part of a circle, from one angle to another in degrees, to the right and then down. */
function arc(x: number, y: number, radius: number, from: number, to: number): Stroke {
  const steps = Math.max(8, Math.round((radius * (to - from)) / 2000));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** Makes the smiley the example that is looked at. */
export function showSmiley(): void {
  view.within = 0;
  view.example = smiley;
}

/** Whether an example is the smiley, and not a digit. */
export function isSmiley(example: ShownExample): boolean {
  return example.set === 'drawing' && smiley.set === 'drawing' && example.strokes === smiley.strokes;
}
