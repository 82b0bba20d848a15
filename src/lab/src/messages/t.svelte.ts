import { view } from '../state/current.svelte';
import { say, type MessageKey, type Values } from './index';

/** A message in the page's language; what shows it changes with the language. */
export function t<K extends MessageKey>(key: K, ...values: Values<K>): string {
  return say(view.language, key, ...values);
}
