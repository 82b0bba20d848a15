import { describe, expect, it } from 'vitest';
import { questionOf, testOf, wrongSettings } from './settings';

describe('the settings of Challenges in an address', () => {
  it('are a question or a test', () => {
    expect(questionOf({})).toBeNull();
    expect(questionOf({ 'challenges.name': 'slope-of-activation' })).toEqual({ name: 'slope-of-activation', seed: 1 });
    expect(questionOf({ 'challenges.name': 'slope-of-activation', 'challenges.seed': '7' })?.seed).toBe(7);
    expect(testOf({ 'challenges.name': 'slope-of-activation' })).toBeNull();
    expect(testOf({ 'challenges.test': 'after', 'challenges.seed': '7', 'challenges.sheet': 'answers' })).toEqual({ test: 'after', seed: 7, answers: true });
  });

  it('are said where they make no sense', () => {
    const wrong = { 'challenges.name': '<b>', 'challenges.seed': '-1', 'challenges.test': 'never', 'challenges.sheet': 'x', 'challenges.other': '1' };
    expect(wrongSettings({ ...wrong, 'cost.set': 'x' })).toEqual(Object.keys(wrong));
    expect([questionOf(wrong), testOf(wrong)]).toEqual([null, null]);
    expect(wrongSettings({ 'challenges.test': 'before', 'challenges.seed': '12' })).toEqual([]);
  });
});
