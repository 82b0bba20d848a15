import { describe, expect, it } from 'vitest';
import { momentumOf, rateOf, settingOf, turnOf, wrongParts } from './settings';

describe('what an address says of descent', () => {
  it('is the usual where it says nothing', () => {
    expect(settingOf({}, 'line')).toMatchObject({ preset: 'double-well', step: 0, question: { function: 'double-well', variables: 1, range: null, start: null, learningRate: null } });
    expect(settingOf({}, 'plane').question).toMatchObject({ function: 'bowl', variables: 2 });
  });

  it('is a formula of one’s own where it is no name', () => {
    const { preset, formula, question } = settingOf({ 'descent.line': 'x^2 - 1', 'descent.line.range': '5', 'descent.line.start': '2' }, 'line');
    expect([preset, formula]).toEqual([null, 'x^2 - 1']);
    expect(question).toMatchObject({ function: 'x^2 - 1', range: 5, start: [2] });
  });

  it('is held within what can be chosen', () => {
    expect(settingOf({ 'descent.line.rate': '99', 'descent.line.step': '1e9' }, 'line')).toMatchObject({ step: 300, question: { learningRate: 3 } });
    expect(settingOf({ 'descent.plane.start': '1,x' }, 'plane').question.start).toBeNull();
    expect(momentumOf({ 'descent.plane.momentum': '1' })).toBe(0.5);
    expect(turnOf({ 'descent.turn': '10,200' })).toEqual([10, 88]);
    expect(rateOf(-1)).toBe(0.1);
  });

  it('is told from nonsense', () => {
    const good = { 'descent.line': 'sin(x)', 'descent.line.rate': '0.1', 'descent.plane.start': '1,-2', 'descent.turn': '-35,35', 'descent.pace': 'effort', 'cost.sort': 'x' };
    expect(wrongParts(good)).toEqual([]);
    const bad = { 'descent.line.rate': '-1', 'descent.plane.start': '1', 'descent.cost': 'up', 'descent.q': '1' };
    expect(wrongParts(bad).map(([name]) => name)).toEqual(Object.keys(bad));
  });
});
