import type { Said } from '../engine/types';
import type { MessageKey, Values } from './index';
import { plainly } from './said';

/** A message of the page, with its values. */
export interface Message {
  readonly message: MessageKey;
  readonly values: Values<MessageKey>;
}

/** What is to be said, in whichever language the page has when it is read: a sentence of the engine, or a message of the page. */
export type Words = Said | Message;

/** A message of the page as a value. */
export function message<K extends MessageKey>(key: K, ...values: Values<K>): Message {
  return { message: key, values: values as Values<MessageKey> };
}

/** What cannot be, and why. */
export class Problem extends Error {
  constructor(readonly words: Words) {
    super(JSON.stringify(words));
  }
}

/** The words of whatever was thrown. */
export function wordsOf(problem: unknown): Words {
  return problem instanceof Problem ? problem.words : plainly(problem instanceof Error ? problem.message : String(problem));
}
