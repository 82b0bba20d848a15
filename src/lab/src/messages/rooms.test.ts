import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('./**/*.ts', { query: '?raw', import: 'default', eager: true });

it('knows nothing of what is shown: the state speaks, and words do not look back', () => {
  const back = Object.entries(sources).filter(([file, source]) => file !== './rooms.test.ts' && source.includes("from '../state/"));
  expect(back.map(([file]) => file)).toEqual([]);
});
