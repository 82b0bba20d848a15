import type { Said } from '../engine/types';

/** The sentences of a language, by the engine's English ones. */
export type Catalogue = Readonly<Record<string, string>>;

/**
 * The engine's sentence by a catalogue; what that lacks is in English. A sentence within another leaves its full stop to that. The engine does
 * the same (`Said.In`), and both are held to the same examples.
 */
export function saidBy(catalogue: Catalogue, { key, values }: Said): string {
  return (catalogue[key] ?? key).replace(/\{(\d+)\}(?=(\S?))/g, (_, place: string, next: string) => {
    const value = values[Number(place)]!;
    if (typeof value === 'string') return value;
    const sentence = saidBy(catalogue, value);
    return next ? sentence.replace(/[.。]+$/, '') : sentence;
  });
}

/** Text as it is. */
export function plainly(text: string): Said {
  return { key: '{0}', values: [text] };
}

/** One sentence after another. */
export function together(sentences: readonly Said[]): Said {
  return { key: sentences.map((_, place) => `{${place}}`).join(' '), values: sentences };
}
