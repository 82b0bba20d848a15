import { expect, it } from 'vitest';
import { presetOn, settingsOf } from './settings';

const presets = [{ name: 'nabla:1' }, { name: 'nabla:1/learning-rate=300' }, { name: 'nabla:1/train-examples=100' }];

it('a preset says how to train; data and seed stay', () => {
  const settings = settingsOf('nabla:1/data=digits/train-examples=5000/test-examples=500/seed=7/batch-size=3');
  expect(presetOn(settings, 'nabla:1/learning-rate=300', presets)).toEqual({
    data: 'digits',
    'train-examples': '5000',
    'test-examples': '500',
    seed: '7',
    'learning-rate': '300',
  });
});

it('a size of the data that was a preset’s own does not stay', () => {
  expect(presetOn(settingsOf('nabla:1/data=digits/train-examples=100'), 'nabla:1', presets)).toEqual({ data: 'digits', 'train-examples': '8000' });
  expect(presetOn(settingsOf('nabla:1/data=mnist/train-examples=100'), 'nabla:1', presets)).toEqual({ data: 'mnist' });
});
