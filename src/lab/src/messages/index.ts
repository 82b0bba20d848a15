import type { Language } from '../state/view';
import chainEn from './chain.en';
import chainZh from './chain.zh';
import costEn from './cost.en';
import costZh from './cost.zh';
import nudgesEn from './nudges.en';
import nudgesZh from './nudges.zh';
import runEn from './run.en';
import runZh from './run.zh';
import shellEn from './shell.en';
import shellZh from './shell.zh';
import structureEn from './structure.en';
import structureZh from './structure.zh';
import trainingEn from './training.en';
import trainingZh from './training.zh';

const en = { ...shellEn, ...runEn, ...structureEn, ...costEn, ...trainingEn, ...nudgesEn, ...chainEn };

export type MessageKey = keyof typeof en;

const zh: Record<MessageKey, string> = { ...shellZh, ...runZh, ...structureZh, ...costZh, ...trainingZh, ...nudgesZh, ...chainZh };

export const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, zh };

type Placeholder<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** What a message wants to be told: nothing, or a value for each `{name}` in it. */
export type Values<K extends MessageKey> = [Placeholder<(typeof en)[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<(typeof en)[K]>, string | number>>];

/** The message of a key in a language, with its placeholders filled in. */
export function say<K extends MessageKey>(language: Language, key: K, ...[values]: Values<K>): string {
  return fill(messages[language][key], values);
}

/** Whether there is a message of this name, for names that the engine gives. */
export function isMessage(key: string): key is MessageKey {
  return key in en;
}

function fill(text: string, values: Readonly<Record<string, string | number>> | undefined): string {
  return values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;
}
