import { describe, expect, it } from 'vitest';
import { say } from '../messages';
import { changes, differences } from './differences';
import type { Settings } from './settings';

// All that the engine says of the lectures' run.
const lecture: Settings = {
  data: 'digits', 'train-examples': '8000', 'test-examples': '2000', 'validation-split': '0', hidden: '16-16', activation: 'sigmoid', cost: 'quadratic',
  'output-activation': 'sigmoid', initializer: 'xavier', optimizer: 'sgd', 'learning-rate': '1', schedule: 'constant', 'warm-up': '0', 'batch-size': '10',
  epochs: '30', seed: '1', l2: '0', l1: '0', dropout: '0',
};

const en = say.bind(null, 'en') as Parameters<typeof differences>[1];
const zh = say.bind(null, 'zh') as Parameters<typeof differences>[1];

describe('what tells two runs apart', () => {
  it.each<[Settings, string, string, string, string]>([
    [{ 'learning-rate': '3' }, 'η = 1', 'η = 3', 'η = 1', 'η = 3'],
    [{ hidden: '30' }, '784-16-16-10', '784-30-10', '784-16-16-10', '784-30-10'],
    [{ hidden: 'none' }, '784-16-16-10', '784-10', '784-16-16-10', '784-10'],
    [{ seed: '2' }, 'seed 1', 'seed 2', '种子 1', '种子 2'],
    [{ 'output-activation': 'softmax', cost: 'cross-entropy' }, 'sigmoid + quadratic', 'softmax + cross-entropy', 'sigmoid + 二次代价', 'softmax + 交叉熵'],
    [{ cost: 'half-quadratic' }, 'quadratic', 'half quadratic', '二次代价', '半二次代价'],
    [{ 'output-activation': 'identity' }, 'sigmoid outputs', 'identity outputs', '输出层 sigmoid', '输出层 恒等'],
    [{ activation: 'gelu' }, 'sigmoid layers', 'GELU layers', '隐藏层 sigmoid', '隐藏层 GELU'],
    [{ initializer: 'constant:0.1' }, 'Xavier weights', 'all weights 0.1', 'Xavier 初始权重', '权重全为 0.1'],
    [{ 'batch-size': '32' }, 'mini-batches of 10', 'mini-batches of 32', '小批量 10', '小批量 32'],
    [{ epochs: '60' }, '30 epochs', '60 epochs', '30 轮', '60 轮'],
    [{ 'train-examples': '100' }, '8000 training digits', '100 training digits', '8000 个训练数字', '100 个训练数字'],
    [{ data: 'mnist' }, 'built-in digits', 'MNIST', '内置数字', 'MNIST'],
    [{ l2: '5' }, 'no L2', 'L2 λ = 5', '无L2', 'L2 λ = 5'],
    [{ dropout: '0.2' }, 'no drop-out', 'drop-out 0.2', '无随机失活', '随机失活 0.2'],
    [{ schedule: 'cosine', 'cosine-least': '0' }, 'schedule: constant', 'schedule: cosine · Fraction left at the end: 0', '学习率：保持不变', '学习率：余弦 · 最后剩下的比例：0'],
    [{ optimizer: 'adam', 'learning-rate': '0.001', beta1: '0.9' }, 'SGD · η = 1', 'Adam · η = 0.001 · β₁ = 0.9', 'SGD · η = 1', 'Adam · η = 0.001 · β₁ = 0.9'],
    [{ clip: '1' }, 'no clipping', 'clipping: 1', '无梯度裁剪', '梯度裁剪：1'],
  ])('%j', (other, ...expected) => {
    const runs = [lecture, { ...lecture, ...other }];
    expect([...differences(runs, en), ...differences(runs, zh)]).toEqual(expected);
  });

  it('is told of more than two', () => {
    const runs = [lecture, { ...lecture, 'learning-rate': '3' }, { ...lecture, hidden: '30', seed: '2' }];
    expect(differences(runs, en)).toEqual(['784-16-16-10 · η = 1 · seed 1', '784-16-16-10 · η = 3 · seed 1', '784-30-10 · η = 1 · seed 2']);
  });

  it('is as little as tells them apart', () => {
    const modern = { ...lecture, activation: 'gelu', 'output-activation': 'softmax', cost: 'cross-entropy', optimizer: 'adam', 'learning-rate': '0.001', epochs: '10', seed: '3' };
    expect(differences([lecture, modern], en)[1]).toBe('GELU layers · softmax + cross-entropy · Adam · η = 0.001');
    // The fifth is said where only it tells.
    expect(differences([lecture, modern, { ...modern, seed: '4' }], en)[2]).toBe('GELU layers · softmax + cross-entropy · Adam · η = 0.001 · 10 epochs · seed 4');
  });

  it('is nothing of a run alone', () => expect(differences([lecture], en)).toEqual(['']));
});

describe('what changes from a run to another', () => {
  it.each<[Settings, string]>([
    [{}, ''],
    [{ 'learning-rate': '300' }, 'η = 1 → 300'],
    [{ hidden: '30' }, '784-16-16-10 → 784-30-10'],
    [{ seed: '2' }, 'seed 1 → seed 2'],
    [{ l2: '5' }, 'no L2 → L2 λ = 5'],
    [{ 'learning-rate': '3', seed: '2' }, 'η = 3 · seed 2'],
  ])('%j', (other, expected) => expect(changes(lecture, { ...lecture, ...other }, en)).toBe(expected));
});
