import { view } from '../state/current.svelte';
import { inChinese } from './engineWords';
import { say, type MessageKey, type Values } from './index';

/** A message in the page's language; what shows it changes with the language. */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return say(view.language, key, ...values);
}

/** What the engine said, a sentence a line, in the page's language. */
export function said(words: string): string {
  return words
    .split('\n')
    .map((line) => (view.language === 'zh' ? inChinese(line) : line))
    .join(' ');
}
