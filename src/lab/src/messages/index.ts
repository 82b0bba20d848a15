import { withoutMarks } from '../glossary/marks';
import type { Language } from './language.svelte';
import type chainEn from './chain.en';
import type challengesEn from './challenges.en';
import choicesEn from './choices.en';
import choicesZh from './choices.zh';
import type backwardsEn from './backwards.en';
import type descentEn from './descent.en';
import type costEn from './cost.en';
import dataEn from './data.en';
import dataZh from './data.zh';
import firstEn from './first.en';
import firstZh from './first.zh';
import glossaryEn from './glossary.en';
import glossaryZh from './glossary.zh';
import type insideEn from './inside.en';
import keysEn from './keys.en';
import keysZh from './keys.zh';
import linkEn from './link.en';
import linkZh from './link.zh';
import type nudgesEn from './nudges.en';
import type planeEn from './plane.en';
import namesEn from './names.en';
import namesZh from './names.zh';
import runEn from './run.en';
import runZh from './run.zh';
import runsEn from './runs.en';
import runsZh from './runs.zh';
import shareEn from './share.en';
import shareZh from './share.zh';
import shellEn from './shell.en';
import shellZh from './shell.zh';
import structureEn from './structure.en';
import structureZh from './structure.zh';
import type tourEn from './tour.en';
import type trainingEn from './training.en';

const en = { ...shellEn, ...namesEn, ...firstEn, ...runEn, ...runsEn, ...structureEn, ...choicesEn, ...glossaryEn, ...keysEn, ...linkEn, ...shareEn, ...dataEn };
const zh: Record<keyof typeof en, string> = { ...shellZh, ...namesZh, ...firstZh, ...runZh, ...runsZh, ...structureZh, ...choicesZh, ...glossaryZh, ...keysZh, ...linkZh, ...shareZh, ...dataZh };

/** What is said from the first moment, and what a chapter says that comes later with its own texts (see chapters/index.ts). */
type Texts = typeof en & typeof costEn & typeof descentEn & typeof backwardsEn & typeof trainingEn & typeof insideEn & typeof nudgesEn & typeof chainEn & typeof planeEn & typeof challengesEn & typeof tourEn;

export type MessageKey = keyof Texts;

export const messages = { en: { ...en }, zh: { ...zh } } as unknown as Readonly<Record<Language, Readonly<Record<MessageKey, string>>>>;

/** Takes a chapter's texts; before anything of it is shown. */
export function addMessages(texts: Readonly<Record<Language, Readonly<Record<string, string>>>>): void {
  Object.assign(messages.en, texts.en);
  Object.assign(messages.zh, texts.zh);
}

/** The names in a message's braces: `{count}`, and `{count:one|many}`, which chooses a word by a number. */
type Placeholder<S> = S extends `${string}{${infer Name}}${infer Rest}` ? (Name extends `${infer Count}:${string}` ? Count : Name) | Placeholder<Rest> : never;

/** What a message wants to be told: nothing, or a value for each name in its braces. */
export type Values<K extends MessageKey> = [Placeholder<Texts[K]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<Texts[K]>, string | number>>];

/** The message of a key in a language, with its placeholders filled in; terms are not marked. */
export function say<K extends MessageKey>(language: Language, key: K, ...values: Values<K>): string {
  return withoutMarks(sayMarked(language, key, ...values));
}

/** The same with its terms marked, as `Words` shows them. */
export function sayMarked<K extends MessageKey>(language: Language, key: K, ...[values]: Values<K>): string {
  return fill(messages[language][key], values);
}

/** Whether there is a message of this name, for names that the engine gives. */
export function isMessage(key: string): key is MessageKey {
  return key in messages.en;
}

function fill(text: string, values: Readonly<Record<string, string | number>> | undefined): string {
  if (!values) return text;
  return text.replace(/\{(\w+)(?::([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return one === undefined || many === undefined ? String(value) : String(value) === '1' ? one : many;
  });
}
