import { extent } from 'd3-array';
import { scaleLinear, scaleLog } from 'd3-scale';
import type { Curve } from './curve';
import type { Point } from './thin';

export const margin = { top: 10, right: 12, bottom: 34, left: 52 };

/** Either axis of a chart. */
export type Scale = ReturnType<typeof scaleLinear<number, number>> | ReturnType<typeof scaleLog<number, number>>;

/** From the lowest to the highest; nothing where there are no values. */
type Range = readonly [number, number] | readonly [undefined, undefined];

/** The values of x that are to be seen; on a logarithmic axis only what is above 0. */
export function widthOf(curves: readonly Curve[], logarithmic: boolean): Range {
  return rangeOf(curves, ([x]) => (logarithmic && x <= 0 ? undefined : x));
}

/** The values of y that are to be seen, from some x on. */
export function heightOf(curves: readonly Curve[], logarithmic: boolean, from: number): Range {
  return rangeOf(curves, ([x, y]) => (x < from || (logarithmic && y <= 0) ? undefined : y));
}

function rangeOf(curves: readonly Curve[], of: (point: Point) => number | undefined): Range {
  return extent(curves.flatMap(({ points, dots = points }) => extent(dots, of) as readonly number[]));
}

export function xScale([low, high]: Range, logarithmic: boolean, width: number): Scale {
  const range = [margin.left, Math.max(margin.left + 1, width - margin.right)] as const;
  if (logarithmic && low !== undefined && high > low) return scaleLog().domain([low, high]).range(range);
  return scaleLinear()
    .domain([Math.min(0, low ?? 0), high || 1])
    .range(range);
}

export function yScale([low = 0, high = 1]: Range, logarithmic: boolean, height: number): Scale {
  const domain = low === high ? [low - Math.abs(low || 1) / 2, high + Math.abs(high || 1) / 2] : [low, high];
  return (logarithmic && domain[0]! > 0 ? scaleLog() : scaleLinear())
    .domain(domain)
    .nice()
    .range([height - margin.bottom, margin.top]);
}

/** A logarithmic scale has ticks at all digits of every power; more than a few would run into each other. */
export function ticksOf(scale: Scale, count: number): number[] {
  const ticks = scale.ticks(count);
  if (ticks.length <= 8) return ticks;
  const powers = ticks.filter((tick) => Number.isInteger(Math.log10(tick)));
  return powers.length > 1 ? thinOut(powers) : thinOut(ticks);
}

/** As many digits as tell ticks apart. */
export function digitsOf(ticks: readonly number[], logarithmic: boolean): number {
  return logarithmic ? 2 : Math.max(2, 1 + power(Math.max(...ticks.map(Math.abs))) - power((ticks[1] ?? 1) - (ticks[0] ?? 0)));
}

function thinOut(ticks: number[]): number[] {
  const every = Math.ceil(ticks.length / 8);
  return ticks.filter((_, i) => i % every === 0);
}

function power(value: number): number {
  return Math.floor(Math.log10(value) + 1e-9);
}
