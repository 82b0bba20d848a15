import type { DescentQuestion } from '../../engine/types';

export type Own = Readonly<Record<string, string>>;

/** How far a descent is followed. */
export const mostSteps = 300;

/** The functions that stand ready: of the engine's by name, or a formula and how far from 0 it is shown. */
export const onLine = ['double-well', 'parabola', 'waves'] as const;
export const onPlane = ['bowl', 'ravine', 'saddle', 'wells'] as const;
const wells = { formula: '(x^2 - 1)^2 + y^2 + x/4', range: 1.8, rate: 0.1 } as const;
const first = { line: 'x^4 - 2x^2 + x/2', plane: 'sin(2x) + x^2/4 + y^2/2' } as const;

export const ranges = [1, 2, 3, 5, 10] as const;

export type Where = 'line' | 'plane';

/** What an address says of one of the two views, or the usual. */
export interface Setting {
  readonly where: Where;
  /** Which of those that stand ready; null for a formula of one's own. */
  readonly preset: string | null;
  readonly formula: string;
  readonly question: DescentQuestion;
  /** How many steps have been taken. */
  readonly step: number;
}

export function settingOf(own: Own, where: Where): Setting {
  const presets: readonly string[] = where === 'line' ? onLine : onPlane;
  const said = own[`descent.${where}`] ?? presets[0]!;
  const preset = presets.includes(said) ? said : null;
  const range = ranges.find((one) => String(one) === own[`descent.${where}.range`]) ?? 2;
  const rate = numberOf(own[`descent.${where}.rate`]);
  const start = own[`descent.${where}.start`]?.split(',').map(numberOf);
  const count = where === 'line' ? 1 : 2;
  return {
    where,
    preset,
    formula: preset === null ? said : first[where],
    question: {
      function: preset === 'wells' ? wells.formula : said,
      variables: count,
      range: preset === null ? range : preset === 'wells' ? wells.range : null,
      start:
        start?.length === count && start.every((value) => value !== null)
          ? (start as number[])
          : preset === 'wells'
            ? [1.5, 1.2]
            : preset === null
              ? Array.from({ length: count }, (_, i) => (i === 0 ? 0.75 : 0.5) * range)
              : null,
      learningRate: rate !== null && rate > 0 ? Math.max(lowest, Math.min(highest, rate)) : preset === 'wells' ? wells.rate : null,
      momentum: 0,
      steps: mostSteps,
    },
    step: Math.max(0, Math.min(mostSteps, Math.trunc(numberOf(own[`descent.${where}.step`]) ?? 0))),
  };
}

/** Learning rates that can be chosen. */
export const lowest = 0.001;
export const highest = 3;

export function rateOf(logarithm: number): number {
  return Number((10 ** logarithm).toPrecision(2));
}

/** How much momentum keeps of a step. */
export function momentumOf(own: Own): number {
  const said = numberOf(own['descent.plane.momentum']);
  return said !== null && said >= 0 && said <= 0.95 ? said : 0.5;
}

/** From where the surface is seen, in degrees: turned about, and from above. */
export function turnOf(own: Own): readonly [number, number] {
  const [about, above] = (own['descent.turn'] ?? '').split(',').map(numberOf);
  return [about ?? -35, Math.max(5, Math.min(88, above ?? 35))];
}

/** Learning rates of the three ways, and after how many steps of each, or rounds of all, they end. */
export const pathRates = [0.1, 0.3, 1, 3, 10] as const;
export const rounds = { steps: 60, effort: 24 } as const;

export const directions = ['start', 'gradient', 'random'] as const;
export type Direction = (typeof directions)[number];

export function directionOf(own: Own): Direction {
  return directions.find((one) => one === own['descent.cost']) ?? 'start';
}

export function countOf(said: string | undefined, usual: number, most: number): number {
  const value = numberOf(said);
  return value === null ? usual : Math.max(0, Math.min(most, Math.trunc(value)));
}

type Check = (text: string) => boolean;
const anything: Check = () => true;
const among = (all: readonly (string | number)[]): Check => (text) => all.some((one) => String(one) === text);
const numbers = (count: number): Check => (text) => text.split(',').length === count && text.split(',').every((part) => numberOf(part) !== null);
const between = (low: number, high: number): Check => (text) => numberOf(text) !== null && Number(text) >= low && Number(text) <= high;
const whole = (most: number): Check => (text) => /^\d{1,6}$/.test(text) && Number(text) <= most;

const checks: Readonly<Record<string, Check>> = {
  'descent.line': anything,
  'descent.line.range': among(ranges),
  'descent.line.start': numbers(1),
  'descent.line.rate': between(lowest, highest),
  'descent.line.step': whole(mostSteps),
  'descent.plane': anything,
  'descent.plane.range': among(ranges),
  'descent.plane.start': numbers(2),
  'descent.plane.rate': between(lowest, highest),
  'descent.plane.step': whole(mostSteps),
  'descent.plane.momentum': between(0, 0.95),
  'descent.turn': numbers(2),
  'descent.cost': among(directions),
  'descent.cost.seed': whole(9999),
  'descent.paths': among(['on']),
  'descent.paths.rate': among(pathRates),
  'descent.paths.at': whole(rounds.steps),
  'descent.pace': among(['steps', 'effort']),
};

/** What an address says of this chapter that means nothing here, by its name. */
export function wrongParts(own: Own): readonly (readonly [name: string, text: string])[] {
  return Object.entries(own).filter(([name, text]) => name.startsWith('descent.') && !checks[name]?.(text));
}

function numberOf(said: string | undefined): number | null {
  const value = said === undefined || said.trim() === '' ? NaN : Number(said);
  return Number.isFinite(value) ? value : null;
}
