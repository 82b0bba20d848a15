import { describe, expect, it } from 'vitest';
import { addressOf, linkOf, viewOf, type WrongPart } from './address';
import { fitted } from './brokenLink.svelte';
import { firstRun } from './settings';
import type { View } from './view';

const usual: View = {
  chapter: 'structure',
  run: firstRun,
  step: 0,
  within: 0,
  example: { set: 'test', index: 0 },
  selection: null,
  model: null,
  edits: [],
  own: {},
  hidden: [],
  opened: [],
  language: 'en',
  theme: 'auto',
  motion: true,
  present: false,
};

const views: Record<string, Partial<View>> = {
  'the first visit': {},
  'a moment and a neuron': {
    chapter: 'cost',
    step: 1200,
    within: 3,
    example: { set: 'train', index: 59_999 },
    selection: { layer: 2, neuron: 15, input: null },
  },
  'a weight': { selection: { layer: 1, neuron: 4, input: 0 } },
  'a bias': { selection: { layer: 3, neuron: 9, input: 'bias' } },
  edits: {
    edits: [
      { layer: 1, neuron: 2, input: 300, value: -1.25e-7 },
      { layer: 3, neuron: 0, input: 'bias', value: 4 },
    ],
  },
  'a trained network': { model: 'first try & more~2' },
  'a drawing': { example: { set: 'drawing', strokes: 'AbC-_9.xyz', pen: 'thin', label: 7, normalise: false } },
  'an empty drawing': { example: { set: 'drawing', strokes: '', pen: 'medium', label: null, normalise: true } },
  'that there was a photo': { example: { set: 'drawing', strokes: '', pen: 'medium', label: 7, normalise: true, photo: true } },
  'a run with letters to escape': { run: 'nabla:1/data=my%20file%26more.csv/seed=1' },
  "chapters' own settings": { own: { 'cost.sort': 'a&b=c', 'nudges.output': '3' } },
  'hidden parts': { hidden: ['bar', 'cost.histogram'] },
  'parts for later that are unfolded': { opened: ['cost.costliest', 'nudges.angle'] },
  'a presentation': { present: true },
};

describe('an address', () => {
  for (const [name, part] of Object.entries(views)) {
    it(`says all of ${name}`, () => {
      const view = { ...usual, ...part };
      expect(viewOf(addressOf(view), usual)).toEqual(view);
    });
  }

  it('that names no run opens the usual moment, and one that names a run but no step its beginning', () => {
    const trained = { ...usual, step: 24_000 };
    expect(viewOf('', trained)).toEqual(trained);
    expect(viewOf('#/cost?lang=en', trained).step).toBe(24_000);
    expect(viewOf(`#/structure?run=${firstRun}`, trained).step).toBe(0);
    expect(viewOf('#/structure?step=7', trained).step).toBe(7);
  });

  it('stays readable', () => {
    expect(addressOf({ ...usual, step: 10, selection: { layer: 1, neuron: 4, input: null } })).toBe(
      '#/structure?run=nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1&step=10&example=test:0&neuron=1.4',
    );
  });

  it('says an edit in as few digits as the parameter has', () => {
    const edits = [{ layer: 1, neuron: 2, input: 408, value: 0.11999999731779099 }];
    expect(addressOf({ ...usual, edits })).toMatch(/edits=1\.2\.408:0\.12$/);
  });

  it('leaves language, theme and motion to the visitor', () => {
    const chosen = { ...usual, language: 'zh', theme: 'dark', motion: false } as const;
    expect(addressOf(chosen)).toBe(addressOf(usual));
    expect(viewOf(addressOf(usual), chosen)).toEqual(chosen);
  });

  it('for others says the language', () => {
    expect(viewOf(linkOf({ ...usual, language: 'zh' }), usual).language).toBe('zh');
  });

  it('may ask for a theme, and for no motion', () => {
    expect(viewOf('#/?theme=dark&motion=off', usual)).toEqual({ ...usual, theme: 'dark', motion: false });
  });

  it.each(['', '#', '#/', '#/structure', '#/structure?', '#/?step=0&chain.part=many'])('that says little (%s) says nothing wrong', (address) => {
    const wrong: WrongPart[] = [];
    viewOf(address, usual, wrong);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['#/nowhere', ['chapter=nowhere']],
    ['#/structure?step=abc&within=-1', ['step=abc', 'within=-1']],
    ['#/structure?example=x:1&neuron=0.1&input=x', ['example=x:1', 'neuron=0.1', 'input=x']],
    ['#/structure?edits=1.1.1:2,1.1.1:x', ['edits=1.1.1:2,1.1.1:x']],
    ['#/structure?theme=pink&motion=fast&lang=xx', ['theme=pink', 'motion=fast', 'lang=xx']],
    ['#/structure?run&neron=1.1', ['run', 'neron=1.1']],
    ['#?%=%', ['%=%']],
  ])('that is wrong (%s) is the usual view, and what is wrong is noted', (address, parts) => {
    const wrong: WrongPart[] = [];
    expect(viewOf(address, usual, wrong)).toEqual(usual);
    expect(wrong.map(({ name, text }) => (name === null ? text : `${name}=${text}`)).sort()).toEqual([...parts].sort());
  });
});

describe('what a run lacks', () => {
  const run = { sizes: [784, 16, 16, 10], trainExamples: 8000, testExamples: 2000, steps: 24_000 };
  const view = { selection: { layer: 3, neuron: 9, input: 15 }, example: { set: 'test', index: 1999 }, step: 24_000 } as const;

  it('is nothing where all is there', () => expect(fitted(view, run)).toEqual({ ...view, missing: [] }));

  it.each([
    [{ selection: { layer: 4, neuron: 0, input: null } }, { selection: null }, 'link.neuron'],
    [{ selection: { layer: 3, neuron: 10, input: null } }, { selection: null }, 'link.neuron'],
    [{ selection: { layer: 2, neuron: 1, input: 16 } }, { selection: { layer: 2, neuron: 1, input: null } }, 'link.input'],
    [{ example: { set: 'test', index: 2000 } }, { example: { set: 'test', index: 0 } }, 'link.example'],
    [{ step: 24_001 }, { step: 24_000 }, 'link.late'],
  ] as const)('is said, and something near is shown: %j', (wrong, mended, said) => {
    const { missing, ...rest } = fitted({ ...view, ...wrong }, run);
    expect(rest).toEqual({ ...view, ...mended });
    expect(missing.map(({ message }) => message)).toEqual([said]);
  });
});
