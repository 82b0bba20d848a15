import type { PlaneInfo } from '../../engine/types';
import { diverging, largest, type Shade } from '../../components/palette';

/** What a picture of the plane shows, place by place: −1 to 1 where there are two ends, otherwise the class and how surely. */
export interface Shown {
  readonly values: Float32Array;
  /** The class of each place, where there are more than two. */
  readonly classes: Uint8Array | null;
}

/** The outputs as one picture: two classes and values about zero, more classes each in its colour. */
export function shownOf(outputs: readonly Float32Array[], info: PlaneInfo, discrete: boolean): Shown {
  const places = outputs[0]!.length;
  const values = new Float32Array(places);
  if (outputs.length <= 2) {
    const middle = info.boundary ?? 0;
    const scale = info.boundary === 0.5 ? 2 : 1;
    for (let i = 0; i < places; i++) {
      const value = outputs.length === 2 ? outputs[1]![i]! - outputs[0]![i]! : (outputs[0]![i]! - middle) * scale;
      values[i] = discrete ? Math.sign(value) : value;
    }
    return { values, classes: null };
  }
  const classes = new Uint8Array(places);
  for (let i = 0; i < places; i++) {
    let [best, first, second] = [0, -Infinity, -Infinity];
    outputs.forEach((picture, j) => {
      const value = picture[i]!;
      if (value > first) [best, first, second] = [j, value, first];
      else second = Math.max(second, value);
    });
    classes[i] = best;
    values[i] = discrete ? 1 : Math.max(0, Math.min(1, first - second));
  }
  return { values, classes };
}

/** What a neuron's shades range to: to 1, or to its largest where that is more. */
export function limitOf(picture: Float32Array): number {
  return Math.max(1, largest(picture));
}

/** Red, green and blue of each class: the colours of lines. */
export const classColours = {
  light: [[213, 94, 0], [0, 114, 178], [0, 140, 118], [106, 53, 208], [175, 42, 103], [127, 64, 18]],
  dark: [[240, 116, 42], [86, 180, 233], [63, 165, 142], [176, 102, 250], [235, 191, 168], [205, 235, 106]],
} as const;

/** The colour of a point. */
export function pointColour(value: number, classes: number, dark: boolean): string {
  if (classes > 2) return `rgb(${classColours[dark ? 'dark' : 'light'][value % 6]!.join(' ')})`;
  const shade: Shade = diverging(dark);
  return shade(classes === 2 ? (value === 1 ? 0.72 : -0.72) : value);
}
