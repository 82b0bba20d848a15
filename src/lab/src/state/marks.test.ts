import { describe, expect, it } from 'vitest';
import { markOf } from './marks';

describe('the mark of a run', () => {
  it('stays, whoever comes and goes', () => {
    const before = ['a', 'b', 'c'].map(markOf);
    expect(markOf('d')).not.toEqual(before[0]);
    expect(['c', 'a', 'b'].map(markOf)).toEqual([before[2], before[0], before[1]]);
  });

  it('tells 36 runs apart, and each six by colour or by dashes alone', () => {
    const marks = Array.from({ length: 36 }, (_, i) => markOf(`run ${i}`));
    expect(new Set(marks.map((mark) => JSON.stringify(mark))).size).toBe(36);
    expect(new Set(marks.slice(2, 8).map(({ color }) => color)).size).toBe(6);
    expect(new Set(marks.slice(2, 8).map(({ dashes }) => dashes)).size).toBe(6);
  });
});
