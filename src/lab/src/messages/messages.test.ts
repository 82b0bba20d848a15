import { describe, expect, it } from 'vitest';
import { messages, say } from './index';

const files = import.meta.glob<{ default: Record<string, string> }>('./*.{en,zh}.ts', { eager: true });
const names = [...new Set(Object.keys(files).map((path) => path.replace(/\.(en|zh)\.ts$/, '')))];

describe('the messages', () => {
  it.each(names)('of %s have the same keys and placeholders in both languages', (name) => {
    const [en, zh] = [files[`${name}.en.ts`]!.default, files[`${name}.zh.ts`]!.default];
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const key of Object.keys(en)) expect([key, placeholders(zh[key]!)]).toEqual([key, placeholders(en[key]!)]);
  });

  it.each(names)('of %s are all in use, begin with the name of their file and are not empty', (name) => {
    for (const language of ['en', 'zh'] as const) {
      for (const [key, text] of Object.entries(files[`${name}.${language}.ts`]!.default)) {
        expect(key.startsWith(`${name.slice(2)}.`), key).toBe(true);
        expect(text.trim(), key).not.toBe('');
        expect(messages[language]).toHaveProperty([key], text);
      }
    }
  });

  it('are filled in', () => {
    expect(say('en', 'shell.making', { count: '10,000' })).toBe('Drawing 10,000 digits to learn from …');
  });
});

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
}
