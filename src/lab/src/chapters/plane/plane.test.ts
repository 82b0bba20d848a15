import { describe, expect, it } from 'vitest';
import { csvPoints } from './csv';
import { fileOf, settingsIn } from './file';
import { editsOf, editsText, pointsOf, pointsText, settingsOf, taskOf, usual } from './settings';

describe('the settings of the plane', () => {
  it('are as usual where an address says nothing', () => {
    expect(settingsOf({ 'cost.sort': 'mean' })).toEqual({ settings: usual, wrong: [] });
  });

  it('are mended, and what was wrong is named', () => {
    const { settings, wrong } = settingsOf({ 'plane.set': 'moons', 'plane.hidden': '4,9', 'plane.noise': '15', 'plane.foo': '1', 'plane.step': '-2' });
    expect(settings).toEqual({ ...usual, noise: '15' });
    expect(wrong).toEqual(['plane.set=moons', 'plane.hidden=4,9', 'plane.foo=1', 'plane.step=-2']);
  });

  it('make the task', () => {
    const task = taskOf({ ...usual, noise: '15', train: '80', regularisation: 'l2', lambda: '3' });
    expect(task.noise).toBe(0.15);
    expect(task.testPart).toBeCloseTo(0.2);
    expect(task.training).toMatchObject({ hidden: '4', l2: '3', 'learning-rate': '0.1' });
  });

  it('hold points and edits', () => {
    const points = [{ x: -1.5, y: 2, value: 0 }, { x: 3, y: 1.25, value: 1 }];
    expect(pointsText(points)).toBe('-1.5,2,0/3,1.25,1');
    expect(pointsOf('-1.5,2,0/3,1.25,1')).toEqual(points);
    expect(pointsOf('1,2')).toBeNull();
    const edits = [{ step: 120, layer: 1, neuron: 0, input: 1, value: 0.5 }, { step: 120, layer: 2, neuron: 0, input: null, value: -1 }];
    expect(editsOf(editsText(edits))).toEqual(edits);
    expect(editsOf('1:0')).toBeNull();
  });

  it('come back from a file', () => {
    const settings = { ...usual, set: 'xor', step: '250', edits: '12:1.0.b:0.5' };
    expect(settingsIn(fileOf(settings, null))).toEqual(settings);
    expect(settingsIn('{}')).toBeNull();
    expect(settingsIn('nonsense')).toBeNull();
  });
});

describe('points from a table', () => {
  it('have classes by name or number', () => {
    expect(csvPoints('x,y,class\n1,2,red\n-1;0.5;blue\n0\t1\tred').points).toEqual([
      { x: 1, y: 2, value: 0 },
      { x: -1, y: 0.5, value: 1 },
      { x: 0, y: 1, value: 0 },
    ]);
    expect(csvPoints('1,2,-1\n2,1,1').points.map(({ value }) => value)).toEqual([0, 1]);
  });

  it('or values', () => {
    const { points, values } = csvPoints('1,2,0.25\n2,1,-0.5');
    expect(values).toBe(true);
    expect(points.map(({ value }) => value)).toEqual([0.25, -0.5]);
  });

  it('or say which line is none', () => {
    expect(csvPoints('1,2,0\n1,2\n').wrong).toBe(2);
    expect(csvPoints('').points).toEqual([]);
  });
});
