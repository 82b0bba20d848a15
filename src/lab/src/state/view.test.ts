import { describe, expect, it } from 'vitest';
import { chapterAfter, chapters, numberOf } from './view';

describe('the chapters', () => {
  it('are numbered from 1 by their place, and each leads to the next', () => {
    expect(chapters.map(numberOf)).toEqual(chapters.map((_, index) => index + 1));
    for (const chapter of chapters.slice(0, -1)) expect(numberOf(chapterAfter(chapter))).toBe(numberOf(chapter) + 1);
  });

  it('begin again after the last', () => {
    expect(chapterAfter(chapters.at(-1)!)).toBe(chapters[0]);
  });
});
