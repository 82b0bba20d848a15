/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FirstReading } from './firstReading';
import firstView from './firstView.json';
import { firstRun } from './settings';
import { shipped } from './shipped';
import type { Pen } from './strokes';

const memory = readFileSync(join(import.meta.dirname, '../../public/memories', shipped(firstRun)!.file));
const reading = new FirstReading(new Uint8Array(memory), firstView.run.sizes);
const drawings = readFileSync(join(import.meta.dirname, '../../../../tests/Nabla.Lab.Tests/drawings.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, Pen, string, string]);

describe('the first reading', () => {
  it('is the engine’s own of the first example', () => {
    const { input, layers } = firstView.explanation;
    reading.read(input).forEach(({ z, a }, l) => {
      z.forEach((sum, j) => expect(sum).toBeCloseTo(layers[l]!.z[j]!, 5));
      a.forEach((value, j) => expect(value).toBeCloseTo(layers[l]!.a[j]!, 6));
    });
  });

  it('reads most drawings rightly', () => {
    const right = drawings.filter(([digit, pen, , strokes]) => {
      const read = reading.of({ set: 'drawing', strokes, pen, label: Number(digit), normalise: true });
      return read?.prediction === Number(digit) && read.label === Number(digit);
    });
    expect(right.length).toBeGreaterThan(0.85 * drawings.length);
  });

  it('brings a drawing into MNIST’s form, wherever on the pad it is', () => {
    const [low, high] = ['kQ2kRFkBQ', 'AAAAAB'].map((strokes) => reading.of({ set: 'drawing', strokes, pen: 'thin', label: null, normalise: true })!.input);
    for (const input of [low!, high!]) {
      const mass = input.reduce((sum, pixel) => sum + pixel, 0);
      const center = (of: (i: number) => number): number => input.reduce((sum, pixel, i) => sum + pixel * of(i), 0) / mass;
      expect(Math.abs(center((i) => i % 28) - 14)).toBeLessThan(0.6);
      expect(Math.abs(center((i) => Math.floor(i / 28)) - 14)).toBeLessThan(0.6);
    }
  });

  it('says something of blank paper, and nothing of what it does not know', () => {
    expect(reading.of({ set: 'drawing', strokes: '', pen: 'medium', label: null, normalise: true })!.input).toEqual(new Array(784).fill(0));
    expect(reading.of({ set: 'drawing', strokes: '', pen: 'medium', label: null, normalise: false })).toBeNull();
    expect(reading.of({ set: 'test', index: 0 })).toBeNull();
  });
});
