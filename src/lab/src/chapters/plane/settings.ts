import type { PlanePoint, PlaneTask } from '../../engine/types';

export const sets = ['circle', 'xor', 'gauss', 'spiral', 'three-clouds', 'three-arms', 'plane', 'hills'] as const;
export const functionSets = ['sine-boundary', 'cubic-boundary', 'abs-boundary', 'sine-target', 'cubic-target', 'abs-target'] as const;
export const features = ['x', 'y', 'xx', 'yy', 'xy', 'sinx', 'siny'] as const;
export type FeatureName = (typeof features)[number];
export const activations = ['tanh', 'relu', 'sigmoid', 'identity'] as const;
export const costs = ['half-quadratic', 'quadratic', 'cross-entropy', 'binary-cross-entropy'] as const;
export const optimizers = ['sgd', 'momentum', 'adam'] as const;
export const rates = ['0.001', '0.003', '0.01', '0.03', '0.1', '0.3', '1', '3'] as const;
export const speeds = ['step', 'epoch', 'fast'] as const;
export const regularisations = ['none', 'l1', 'l2'] as const;
export const lambdas = ['0.01', '0.03', '0.1', '0.3', '1', '3', '10'] as const;

export const mostLayers = 6;
export const mostNeurons = 8;
/** More would make an address that nothing can carry. */
export const mostPoints = 500;

/** All that the chapter can be told, with what stands where nothing is said. */
export const usual = {
  set: 'circle',
  noise: '0',
  train: '50',
  seed: '1',
  features: 'x,y',
  hidden: '4',
  activation: 'tanh',
  cost: 'half-quadratic',
  optimizer: 'sgd',
  rate: '0.1',
  batch: '10',
  regularisation: 'none',
  lambda: '0.1',
  speed: 'epoch',
  points: '',
  values: 'off',
  step: '0',
  edits: '',
  test: 'off',
  discrete: 'off',
  pass: 'forward',
  at: '',
  point: '',
  epochs: '',
  until: '',
  curve: 'sine',
  width: '4',
  bend: 'tanh',
} as const;
export type SettingName = keyof typeof usual;
export type PlaneSettings = Readonly<Record<SettingName, string>>;

/** What begins anew when it changes. */
const ofTask: readonly SettingName[] = ['set', 'noise', 'train', 'seed', 'features', 'hidden', 'activation', 'cost', 'optimizer', 'rate', 'batch', 'regularisation', 'lambda', 'points', 'values'];

export function beginsAnew(name: SettingName): boolean {
  return ofTask.includes(name);
}

const among = (all: readonly string[]) => (text: string) => all.includes(text);
const whole = (least: number, most: number) => (text: string) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most;
const positive = (text: string): boolean => text === '' || (Number.isFinite(Number(text)) && Number(text) > 0);
const switched = among(['on', 'off']);

const right: Readonly<Record<SettingName, (text: string) => boolean>> = {
  set: among([...sets, ...functionSets, 'own']),
  noise: whole(0, 50),
  train: whole(10, 100),
  seed: whole(0, 999999999),
  features: (text) => text !== '' && text.split(',').every(among(features)),
  hidden: (text) => text === 'none' || (text.split(',').length <= mostLayers && text.split(',').every(whole(1, mostNeurons))),
  activation: among(activations),
  cost: among(costs),
  optimizer: among(optimizers),
  rate: among(rates),
  batch: whole(1, 500),
  regularisation: among(regularisations),
  lambda: among(lambdas),
  speed: among(speeds),
  points: (text) => text === '' || pointsOf(text) !== null,
  values: switched,
  step: whole(0, 999999999),
  edits: (text) => text === '' || editsOf(text) !== null,
  test: switched,
  discrete: switched,
  pass: among(['forward', 'backward']),
  at: (text) => text === '' || /^[1-9]\.\d(\.(\d|b))?$/.test(text),
  point: (text) => text === '' || pointsOf(text)?.length === 1,
  epochs: (text) => text === '' || whole(1, 999999)(text),
  until: positive,
  curve: among(['sine', 'step', 'bump', 'wave']),
  width: among(['1', '2', '4', '8', '16']),
  bend: among(['tanh', 'sigmoid', 'relu', 'identity']),
};

/** The settings that an address tells; what makes no sense is as usual, and named in `wrong`. */
export function settingsOf(own: Readonly<Record<string, string>>): { readonly settings: PlaneSettings; readonly wrong: readonly string[] } {
  const settings: Record<string, string> = { ...usual };
  const wrong: string[] = [];
  for (const [key, text] of Object.entries(own)) {
    if (!key.startsWith('plane.')) continue;
    const name = key.slice('plane.'.length);
    if (name in usual && right[name as SettingName](text)) settings[name] = text;
    else wrong.push(`${key}=${text}`);
  }
  return { settings: settings as PlaneSettings, wrong };
}

/** What the engine is told. */
export function taskOf(settings: PlaneSettings): PlaneTask {
  const training: Record<string, string> = {
    hidden: settings.hidden,
    activation: settings.activation,
    cost: settings.cost,
    optimizer: settings.optimizer,
    'learning-rate': settings.rate,
    'batch-size': settings.batch,
    seed: settings.seed,
  };
  if (settings.regularisation !== 'none') training[settings.regularisation] = settings.lambda;
  return {
    set: settings.set,
    own: settings.set === 'own' ? (pointsOf(settings.points) ?? []) : [],
    ownValues: settings.values === 'on',
    noise: Number(settings.noise) / 100,
    testPart: settings.set === 'own' && settings.points.split('/').length < 10 ? 0 : 1 - Number(settings.train) / 100,
    features: settings.features.split(','),
    training,
  };
}

/** The parts of the task, as one text that tells whether two are the same. */
export function keyOf(settings: PlaneSettings): string {
  return ofTask.map((name) => settings[name]).join('\n');
}

/** Points as an address has them: `-1.5,2,0/3,1.25,1`. */
export function pointsOf(text: string): PlanePoint[] | null {
  if (text === '') return [];
  const points = text.split('/').map((part) => part.split(',').map((number) => (number === '' ? NaN : Number(number))));
  if (points.length > mostPoints || points.some((numbers) => numbers.length !== 3 || !numbers.every(Number.isFinite))) return null;
  return points.map(([x, y, value]) => ({ x: x!, y: y!, value: value! }));
}

export function pointsText(points: readonly PlanePoint[]): string {
  return points.map(({ x, y, value }) => [x, y, value].map((number) => Number(number.toFixed(2))).join(',')).join('/');
}

/** A weight given another value by hand, and when. */
export interface PlaneEdit {
  readonly step: number;
  readonly layer: number;
  readonly neuron: number;
  /** Null for the bias. */
  readonly input: number | null;
  readonly value: number;
}

/** Edits as an address has them: `120:1.0.1:0.5,120:2.0.b:-1`. */
export function editsOf(text: string): PlaneEdit[] | null {
  const edits = text.split(',').map((part) => /^(\d+):(\d)\.(\d)\.(\d|b):(-?[\d.e-]+)$/.exec(part));
  if (edits.some((edit) => edit === null || !Number.isFinite(Number(edit[5])))) return null;
  return edits.map((edit) => ({
    step: Number(edit![1]),
    layer: Number(edit![2]),
    neuron: Number(edit![3]),
    input: edit![4] === 'b' ? null : Number(edit![4]),
    value: Number(edit![5]),
  }));
}

export function editsText(edits: readonly PlaneEdit[]): string {
  return edits.map(({ step, layer, neuron, input, value }) => `${step}:${layer}.${neuron}.${input ?? 'b'}:${Number(value.toPrecision(7))}`).join(',');
}
