import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf, readKept, scores, standingOf, type Answered } from './answered';

const one = (challenge: string, isRight: boolean, slip: string | null = null, concept = 'C3'): Answered => ({
  challenge, concept, isRight, slip, run: 'nabla:1/data=digits', step: 60, example: 'test:3', seed: 1, guess: [0.21], answer: [0.0819], occasion: 'door', when: '2026-01-02T03:04:05.000Z',
});

describe('what was answered', () => {
  it('stands by the last answer', () => {
    expect(standingOf('a', [], [])).toEqual({ state: 'open' });
    expect(standingOf('a', [], ['a'])).toEqual({ state: 'skipped' });
    expect(standingOf('a', [one('a', true), one('a', false, 's'), one('b', true)], ['a'])).toEqual({ state: 'wrong', slip: 's' });
    expect(standingOf('a', [one('a', false, 's'), one('a', true)], [])).toEqual({ state: 'right' });
  });

  it('is scored by concept, over the last five, and says which slip is not overcome', () => {
    const answered = [one('old', false, 'gone'), one('a', false, 's'), one('b', false, 't'), one('a', true), one('b', true), one('b', false, 't'), one('x', true, null, 'C7')];
    expect(scores(['C1', 'C3', 'C7'], answered)).toEqual([
      { concept: 'C3', right: 2, count: 5, slips: ['t'] },
      { concept: 'C7', right: 1, count: 1, slips: [] },
    ]);
  });

  it('is a file for programs, and read again', () => {
    const answered = [one('a', true), one('b', false, 's')];
    expect(JSON.parse(jsonOf(answered, 'Ada'))).toMatchObject({ kind: 'nabla answers 1', name: 'Ada' });
    expect(readKept(jsonOf(answered, '')).answered).toEqual(answered);
  });

  it('is a table, in which no cell breaks a row or computes', () => {
    const [head, row] = csvOf([{ ...one('a', false, 's'), guess: [1, 2] }], '=1+"1", Ada').split('\r\n');
    expect(head).toBe('name,when,occasion,challenge,concept,isRight,slip,guess,answer,run,step,example,seed');
    expect(row).toBe(`"'=1+""1"", Ada",2026-01-02T03:04:05.000Z,door,a,C3,false,s,1 2,0.0819,nabla:1/data=digits,60,test:3,1`);
  });

  it.each([null, '', '[]', '{"answered":3}', '{"answered":[null,{"challenge":"a"}]}'])('is nothing where %j is kept', (text) =>
    expect(readKept(text)).toEqual({ answered: [], skipped: [] }));
});
