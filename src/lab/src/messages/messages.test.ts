import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../glossary/marks';
import './every';
import { messages, say } from './index';

const files = import.meta.glob<{ default: Record<string, string> }>(['./*.{en,zh}.ts', './challenges/*.{en,zh}.ts'], { eager: true });
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
        expect(belongs(key, name), key).toBe(true);
        expect(text.trim(), key).not.toBe('');
        expect(messages[language]).toHaveProperty([key], text);
      }
    }
  });

  it.each(names)('of %s are Chinese in Chinese, but for symbols, names and what is the same everywhere', (name) => {
    for (const [key, text] of Object.entries(files[`${name}.zh.ts`]!.default)) {
      const words = withoutMarks(text).replace(/\{[^{}]*\}/g, '');
      expect(/\p{Script=Han}/u.test(words) || !/[A-Za-z]{2}/.test(words.replace(/MNIST|Nabla|ReLU|softmax/gi, '')), `${key}: ${text}`).toBe(true);
      expect(words, key).not.toMatch(/您|微调|讲座|评判|[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}/);
    }
  });

  it('say what is drawn strong or pale, not what is bright or dark, for that differs by theme', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const [key, text] of Object.entries(messages[language]).filter(([one]) => one !== 'shell.theme.dark')) {
        expect(text, key).not.toMatch(/\b(bright|brightest|dark|darker)\b|最亮|暗的|暗像素/i);
      }
    }
  });

  it('are filled in, and count', () => {
    expect([1, 2].map((count) => say('en', 'structure.neurons', { count }))).toEqual(['1 neuron', '2 neurons']);
    expect(say('en', 'shell.making', { count: '10,000' })).toBe('Drawing 10,000 digits to learn from …');
  });
});

/** What the engine's challenges and slips say stands in a folder, by groups. */
function belongs(key: string, name: string): boolean {
  if (name.startsWith('./challenges/')) return /^challenge\.[\w-]+\.(title|ask|why|option\.[\w-]+)$|^slip\.[\w-]+$/.test(key);
  return name === './names' ? /^\w+\.(name|why)$/.test(key) : key.startsWith(`${name.slice(2)}.`);
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map((match) => match[1]!))].sort();
}
