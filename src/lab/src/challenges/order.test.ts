import { describe, expect, it } from 'vitest';
import type { ChallengeEntry } from '../engine/types';
import { standingOf, type Answered } from './answered';
import { conceptsOf, inOrder, slotsOf, toAsk } from './order';

const entry = (name: string, concept: string): ChallengeEntry => ({ name, concept, part: 'chain.product', chapter: 'chain', form: 'number' });
const entries = [entry('late', 'C27'), entry('early', 'C2'), entry('next', 'C3'), entry('other', 'C3')];
const answer = (challenge: string, isRight: boolean): Answered => ({
  challenge, concept: 'C3', isRight, slip: null, run: '', step: 0, example: 'test:0', seed: 1, guess: [], answer: [], occasion: 'door', when: '',
});

describe('the order of challenges', () => {
  it('is that of the lectures', () => {
    expect(inOrder(entries).map(({ name }) => name)).toEqual(['early', 'next', 'other', 'late']);
    expect(conceptsOf(entries)).toEqual(['C2', 'C3', 'C27']);
  });

  it('asks first what was not answered, then what was wrong, skipped and right', () => {
    const answered = [answer('early', true), answer('next', false)];
    expect(toAsk(entries, (name) => standingOf(name, answered, ['late']), answered)).toEqual(['other', 'next', 'late', 'early']);
  });

  it('asks what was right the longest ago first', () => {
    const answered = ['next', 'late', 'early', 'other'].map((name) => answer(name, true));
    expect(toAsk(entries, (name) => standingOf(name, answered, []), answered)).toEqual(['next', 'late', 'early', 'other']);
  });
});

describe('a test', () => {
  const names = Array.from({ length: 27 }, (_, i) => `n${i}`);

  it('spreads ten over all, before and after the same with other seeds and digits', () => {
    const [before, after] = [slotsOf(names, 'before', 1, 2000), slotsOf(names, 'after', 1, 2000)];
    expect(before.map(({ name }) => name)).toEqual(['n0', 'n2', 'n5', 'n8', 'n10', 'n13', 'n16', 'n18', 'n21', 'n24']);
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    const all = [...before, ...after];
    expect(new Set(all.map(({ seed }) => seed)).size).toBe(20);
    expect(new Set(all.map(({ index }) => index)).size).toBe(20);
    expect(all.every(({ index }) => index < 2000)).toBe(true);
  });

  it('is the same again, and another with another number', () => {
    expect(slotsOf(names, 'before', 3, 100)).toEqual(slotsOf(names, 'before', 3, 100));
    expect(slotsOf(names, 'before', 3, 100)).not.toEqual(slotsOf(names, 'before', 4, 100));
  });

  it('asks again where there are few, with other digits', () => {
    const few = slotsOf(['only'], 'before', 1, 12);
    expect(few.length).toBe(10);
    expect(new Set(few.map(({ index }) => index)).size).toBe(10);
    expect(slotsOf([], 'before', 1, 12)).toEqual([]);
  });
});
