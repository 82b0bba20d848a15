import { describe, expect, it } from 'vitest';
import { addressOf, viewOf } from './address';
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
  language: 'en',
  theme: 'auto',
  motion: true,
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
  'a run with letters to escape': { run: 'nabla:1/data=my%20file%26more.csv/seed=1' },
  "chapters' own settings": { own: { 'cost.sort': 'a&b=c', 'nudges.output': '3' } },
  'the manners': { language: 'zh', theme: 'dark', motion: false },
};

describe('an address', () => {
  for (const [name, part] of Object.entries(views)) {
    it(`says all of ${name}`, () => {
      const view = { ...usual, ...part };
      expect(viewOf(addressOf(view), usual)).toEqual(view);
    });
  }

  it('stays readable', () => {
    expect(addressOf({ ...usual, step: 10, selection: { layer: 1, neuron: 4, input: null } })).toBe(
      '#/structure?run=nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1&step=10&example=test:0&neuron=1.4&lang=en',
    );
  });

  it('says an edit in as few digits as the parameter has', () => {
    const edits = [{ layer: 1, neuron: 2, input: 408, value: 0.11999999731779099 }];
    expect(addressOf({ ...usual, edits })).toContain('edits=1.2.408:0.12&');
  });

  it.each(['', '#', '#/nowhere', '#/structure?step=-1&example=x:1&neuron=0.1&edits=a,1.1.1:x&theme=pink', '#/structure?run', '#?%=%'])(
    'that is empty or wrong (%s) is the usual view',
    (address) => expect(viewOf(address, usual)).toEqual(usual),
  );
});
