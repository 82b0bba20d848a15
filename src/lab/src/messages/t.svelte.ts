import { isMessage, say, sayMarked, type MessageKey, type Values } from './index';
import { spoken } from './language.svelte';
import { saidBy, type Catalogue } from './said';
import type { Words } from './words';

/** The engine's sentences in Chinese; none until somebody reads Chinese. */
let chinese = $state.raw<Catalogue>({});

$effect.root(() => {
  $effect(() => {
    if (spoken.language === 'zh') void load();
  });
});

/** A message in the page's language; what shows it changes with the language. */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return say(spoken.language, key, ...values);
}

/** A message in the page's language with its terms marked, for `Words`. */
export function marked<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return sayMarked(spoken.language, key, ...values);
}

/** A message in the other language. */
export function translated<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return say(spoken.language === 'zh' ? 'en' : 'zh', key, ...values);
}

/** What a choice of a setting is called, such as `stochastic gradient descent (SGD)` for `sgd`; a name that needs no words is as it is. */
export function choiceName(setting: string, choice: string): string {
  const [name = '', value] = choice.split(':');
  if (value !== undefined) return name === 'constant' ? t('choices.constant', { value }) : choice;
  const key = [`choices.${setting}.${name}`, `choices.${name}`].find((one) => one !== 'choices.constant' && isMessage(one));
  return key === undefined ? choice : t(key as 'choices.sgd');
}

/** What the engine or the page has to say, in the page's language; what shows it changes with the language. */
export function said(words: Words): string {
  return 'message' in words ? t(words.message, ...words.values) : saidBy(spoken.language === 'zh' ? chinese : {}, words);
}

/** The engine's sentences in Chinese. */
export async function catalogue(): Promise<Catalogue> {
  return (await import('../../../Nabla/Text/zh.json')).default;
}

async function load(): Promise<void> {
  try {
    chinese = await catalogue();
  } catch {
    // Without a network they are loaded once there is one again.
    addEventListener('online', () => void load(), { once: true });
  }
}
