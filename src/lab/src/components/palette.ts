import { scaleLinear } from 'd3-scale';

// The stops of the engine's own figures (src/Nabla.Teaching/Charts/Palette.cs): the same sign has the same colour on paper and here.
const stops = {
  sequential: {
    light: ['#f6f4ec', '#cfddd2', '#93bdb8', '#4e90a6', '#1f5a85', '#12305a'],
    dark: ['#1b2027', '#1d3c52', '#1f6480', '#3b93a0', '#86c3b4', '#f2efd8'],
  },
  diverging: {
    light: ['#7a3200', '#c8610f', '#f0ac6c', '#f5f4f1', '#86b4dd', '#2e74b5', '#0b3c74'],
    dark: ['#ffc08a', '#e27a22', '#8a4a17', '#20242a', '#1e5286', '#3f8fd2', '#a6d4ff'],
  },
} as const;

export type Shade = (value: number) => string;

function shade(colors: readonly string[], from: number, to: number): Shade {
  const places = colors.map((_, i) => from + ((to - from) * i) / (colors.length - 1));
  return scaleLinear<string>().domain(places).range(colors).clamp(true);
}

/** How dark or bright an activation is drawn: 0 near the paper, 1 farthest from it. */
export function sequential(dark: boolean): Shade {
  return shade(stops.sequential[dark ? 'dark' : 'light'], 0, 1);
}

/** Sign and size: −1 orange, 0 neutral, 1 blue. */
export function diverging(dark: boolean): Shade {
  return shade(stops.diverging[dark ? 'dark' : 'light'], -1, 1);
}

/** Black or white, whichever is read more easily on a shade. */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map((channel) => (Number(channel) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#000' : '#fff';
}

/** Red, green and blue of shades from −1 (or 0) to 1 in 256 steps, for pictures made pixel by pixel. */
export function table(shadeOf: Shade, from: number): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(256 * 3);
  for (let i = 0; i < 256; i++) {
    const channels = shadeOf(from + ((1 - from) * i) / 255).match(/\d+/g) ?? [];
    bytes.set(channels.slice(0, 3).map(Number), i * 3);
  }
  return bytes;
}

/** The largest size in a list, never 0, so that it can be divided by. */
export function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most || 1;
}
