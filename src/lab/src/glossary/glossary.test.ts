import { describe, expect, it } from 'vitest';
import '../messages/every';
import { messages } from '../messages';
import { marksIn, piecesOf, withoutMarks } from './marks';
import { isTerm, terms } from './terms';

const sources = Object.values(import.meta.glob<string>(['../**/*.svelte', '../challenges/words.ts'], { eager: true, query: '?raw', import: 'default' })).join('\n');
const keys = Object.keys(messages.en) as (keyof typeof messages.en)[];

describe('marks', () => {
  it('are words that open what they mean', () => {
    const text = 'One [step](gradientDescent) down.';
    expect(piecesOf(text)).toEqual([
      { text: 'One ', term: null, stop: '' },
      { text: 'step', term: 'gradientDescent', stop: '' },
      { text: ' down.', term: null, stop: '' },
    ]);
    expect(withoutMarks(text)).toBe('One step down.');
    expect(piecesOf('f(x) and [0, 1]')).toEqual([{ text: 'f(x) and [0, 1]', term: null, stop: '' }]);
  });

  it('keep the punctuation that must not begin a line', () => {
    const text = '每个圆圈是一个[神经元](neuron)，它就是一个数。';
    expect(piecesOf(text).slice(1)).toEqual([
      { text: '神经元', term: 'neuron', stop: '，' },
      { text: '它就是一个数。', term: null, stop: '' },
    ]);
    expect(withoutMarks(text)).toBe('每个圆圈是一个神经元，它就是一个数。');
  });

  it('are the same in both languages, and each is a term', () => {
    for (const key of keys) {
      expect([key, marksIn(messages.zh[key])]).toEqual([key, marksIn(messages.en[key])]);
      expect(marksIn(messages.en[key]).filter((term) => !isTerm(term)), key).toEqual([]);
    }
  });

  it('are shown, wherever they stand', () => {
    const shown = [...sources.matchAll(/marked\(([^;]{1,120})/g)].flatMap(([, call = '']) => [...call.matchAll(/['`]([\w.\-]+(?:\$\{.*?\}[\w.\-]*)*)['`]/g)].map((one) => one[1]!));
    const patterns = shown.map((name) => new RegExp(`^${name.replace(/\./g, '\\.').replace(/\$\{.*?\}/g, '.+')}$`));
    for (const key of keys.filter((one) => marksIn(messages.en[one]).length > 0)) expect(patterns.some((pattern) => pattern.test(key)), key).toBe(true);
  });
});

describe('the glossary', () => {
  const marked = new Set(keys.flatMap((key) => marksIn(messages.en[key])));

  it.each(Object.keys(terms))('says what %s is, and it is marked somewhere', (term) => {
    for (const language of ['en', 'zh'] as const) {
      expect(messages[language]).toHaveProperty([`glossary.${term}.name`]);
      expect(messages[language]).toHaveProperty([`glossary.${term}`]);
    }
    expect([...marked]).toContain(term);
  });
});
