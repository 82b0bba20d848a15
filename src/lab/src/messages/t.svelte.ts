import { view } from '../state/current.svelte';
import { say, type MessageKey, type Values } from './index';
import { saidBy, type Catalogue } from './said';
import type { Words } from './words';

/** The engine's sentences in Chinese; none until somebody reads Chinese. */
let chinese = $state.raw<Catalogue>({});

$effect.root(() => {
  $effect(() => {
    if (view.language === 'zh') void load();
  });
});

/** A message in the page's language; what shows it changes with the language. */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return say(view.language, key, ...values);
}

/** What the engine or the page has to say, in the page's language; what shows it changes with the language. */
export function said(words: Words): string {
  return 'message' in words ? t(words.message, ...words.values) : saidBy(view.language === 'zh' ? chinese : {}, words);
}

async function load(): Promise<void> {
  try {
    chinese = (await import('../../../Nabla/Text/zh.json')).default;
  } catch {
    // Without a network they are loaded once there is one again.
    addEventListener('online', () => void load(), { once: true });
  }
}
