import { expect, it } from 'vitest';
import { dreamOf, noiseOf, raceOf, wrongSettings } from './settings';

it('reads what an address says', () => {
  const own = { 'inside.noise': 'salt', 'inside.seed': '7', 'inside.draws': '120', 'inside.race': '500:3', 'inside.from': 'noise', 'inside.grown': '90' };
  expect(noiseOf(own)).toEqual({ kind: 'salt', seed: 7, draws: 120 });
  expect(raceOf(own)).toEqual({ examples: 500, seed: 3 });
  expect(dreamOf(own)).toEqual({ from: 'noise', grown: 90 });
  expect(wrongSettings(own)).toEqual([]);
});

it('begins with one picture, no race and grey where nothing is said', () => {
  expect(noiseOf({})).toEqual({ kind: 'uniform', seed: 1, draws: 1 });
  expect(raceOf({})).toBeNull();
  expect(dreamOf({})).toEqual({ from: 'grey', grown: 0 });
});

it('mends nonsense and names it', () => {
  const own = { 'inside.noise': 'fog', 'inside.draws': '0', 'inside.race': '501:1', 'inside.grown': '-1', 'inside.other': '1', 'cost.log': 'yes' };
  expect(noiseOf(own)).toEqual({ kind: 'uniform', seed: 1, draws: 1 });
  expect(raceOf(own)).toBeNull();
  expect(dreamOf(own).grown).toBe(0);
  expect(wrongSettings(own)).toEqual(['inside.noise', 'inside.draws', 'inside.race', 'inside.grown', 'inside.other']);
});
