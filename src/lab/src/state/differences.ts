import { isMessage, type MessageKey, type Values } from '../messages';
import type { Settings } from './settings';

/** Says a message in a language. */
type Say = <K extends MessageKey>(key: K, ...values: Values<K>) => string;

/** What tells runs apart, the most telling first; what is not listed follows. */
const order = ['data', 'hidden', 'activation', 'output-activation', 'cost', 'optimizer', 'learning-rate', 'initializer', 'batch-size'];

/** The symbols that the field has need no words. */
const symbols: Settings = {
  'learning-rate': 'η',
  momentum: 'μ',
  rho: 'ρ',
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  'weight-decay': 'λ',
  l2: 'L2 λ',
  l1: 'L1 λ',
};

/** Names that are the same in every language, as the field spells them. */
const spellings: Settings = {
  mnist: 'MNIST',
  'fashion-mnist': 'Fashion-MNIST',
  kmnist: 'KMNIST',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  elu: 'ELU',
  gelu: 'GELU',
  sgd: 'SGD',
  nesterov: 'Nesterov',
  adam: 'Adam',
  adamw: 'AdamW',
  rmsprop: 'RMSProp',
  xavier: 'Xavier',
  he: 'He',
};

/** Settings that are off at 0, and those that any run may do without. */
const switches = ['l2', 'l1', 'dropout', 'warm-up', 'validation-split', 'weight-decay'];
const optional = ['clip', 'class-weights', 'augment', 'patience', 'until-accuracy', 'restore-best'];

/** How many differences are said where they tell the runs apart. */
const few = 4;

/** For each of some runs the few words that tell it from the others, such as “η = 3”. */
export function differences(runs: readonly Settings[], say: Say): string[] {
  const names = telling(runs);
  const parts = runs.map((run) => inWords(run, names, say));
  for (let count = few; ; count++) {
    const said = parts.map((part) => part.slice(0, count).join(' · '));
    if (new Set(said).size === said.length || parts.every(({ length }) => length <= count)) return said;
  }
}

/** What is otherwise in a run than in the one before, such as “η = 1 → 3”; empty where both are the same. */
export function changes(from: Settings, to: Settings, say: Say): string {
  const names = telling([from, to]);
  const [before = [], after = []] = [from, to].map((run) => inWords(run, names, say));
  if (before.length !== 1 || after.length !== 1) return after.slice(0, few).join(' · ');
  // What both begin with, such as “η = ”, is said once.
  const symbol = /^.* = /.exec(after[0]!)?.[0] ?? '';
  return `${before[0]} → ${before[0]!.startsWith(symbol) ? after[0]!.slice(symbol.length) : after[0]}`;
}

/** The settings in which not all runs agree. */
function telling(runs: readonly Settings[]): string[] {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))].filter((name) => new Set(runs.map((run) => run[name])).size > 1);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.sort((a, b) => place(a) - place(b));
}

function inWords(run: Settings, names: readonly string[], say: Say): string[] {
  const said = names.map((name) => [name, settingInWords(name, run[name], say)] as const);
  // A cost and its outputs belong together: softmax + cross-entropy.
  const cost = said.find(([name]) => name === 'cost')?.[1];
  const isPair = cost !== undefined && names.includes('output-activation');
  return said
    .filter(([name, words]) => words !== '' && !(isPair && name === 'cost'))
    .map(([name, words]) => (isPair && name === 'output-activation' ? `${optionOf(run[name] ?? '', say)} + ${cost}` : words));
}

/** One setting in a few words; none for what only another optimizer or schedule has. */
function settingInWords(name: string, value: string | undefined, say: Say): string {
  const isOff = value === undefined ? optional.includes(name) : value === '0' && switches.includes(name);
  if (isOff) return say('runs.without', { name: labelOf(name, say) });
  if (value === undefined) return '';
  if (symbols[name]) return `${symbols[name]} = ${value}`;
  if (name === 'hidden') return ['784', ...(value === 'none' ? [] : [value]), '10'].join('-');
  if (value.startsWith('constant:')) return say('runs.constantWeights', { value: value.slice('constant:'.length) });
  const key = `runs.of.${name}`;
  return isMessage(key) ? say(key as 'runs.of.seed', { value: optionOf(value, say) }) : say('runs.other', { name: labelOf(name, say), value: optionOf(value, say) });
}

function labelOf(name: string, say: Say): string {
  const key = [`runs.name.${name}`, `run.setting.${name}`].find(isMessage);
  return symbols[name]?.split(' ')[0] ?? (key ? say(key as 'run.setting.seed') : name);
}

function optionOf(value: string, say: Say): string {
  const key = [`runs.option.${value}`, `choices.${value}`].find(isMessage);
  return spellings[value] ?? (key ? say(key as 'runs.option.identity') : value);
}
