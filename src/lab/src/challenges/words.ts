import { addMessages, isMessage } from '../messages';
import { marked, t } from '../messages/t.svelte';
import { short } from '../components/numbers';

type Texts = { readonly default: Readonly<Record<string, string>> };
type Numbers = Readonly<Record<string, number>>;

// The engine names its challenges, so that their words cannot be checked here; a test holds every challenge to them.
type Say = (key: string, values?: Readonly<Record<string, string>>) => string;
const words = { t, marked } as unknown as Readonly<Record<'t' | 'marked', Say>>;

// A pair of files for each group of challenges.
const files = import.meta.glob<Texts>('../messages/challenges/*.ts');
let loading: Promise<void> | undefined;

/** Loads what challenges say, in both languages; nothing of it is there before. */
export function loadWords(): Promise<void> {
  return (loading ??= load().catch((problem: unknown) => {
    loading = undefined;
    throw problem;
  }));
}

async function load(): Promise<void> {
  const [en, zh, ...rest] = await Promise.all([
    import('../messages/challenges.en'),
    import('../messages/challenges.zh'),
    ...Object.entries(files).map(async ([path, read]) => ({ isChinese: path.endsWith('.zh.ts'), texts: (await read()).default })),
  ]);
  addMessages({ en: en.default, zh: zh.default });
  for (const { isChinese, texts } of rest) addMessages(isChinese ? { en: {}, zh: texts } : { en: texts, zh: {} });
}

export const titleOf = (name: string): string => words.t(`challenge.${name}.title`);

/** The question, its terms marked. What it names was rounded before it was asked. */
export const askOf = (name: string, values: Numbers): string => words.marked(`challenge.${name}.ask`, written(values, 6));

export const whyOf = (name: string, values: Numbers): string => words.marked(`challenge.${name}.why`, written(values, 4));

export const slipOf = (slip: string, values: Numbers): string => words.marked(`slip.${slip}`, written(values, 4));

export const conceptOf = (concept: string): string => words.t(`challenges.concept.${concept}`);

/** What an option says; a number is as it is. */
export function optionOf(name: string, option: string, values: Numbers): string {
  const key = `challenge.${name}.option.${option}`;
  if (isMessage(key)) return words.t(key, written(values, 6));
  return option.trim() !== '' && Number.isFinite(Number(option)) ? short(Number(option), 6) : option;
}

function written(values: Numbers, digits: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, short(value, digits)]));
}
