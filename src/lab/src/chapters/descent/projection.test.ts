import { describe, expect, it } from 'vitest';
import { projection } from './projection';

describe('the projection', () => {
  it('seen from above is the map', () => {
    const at = projection(0, 90)(0.3, 0.4, 0.7);
    expect(at.x).toBeCloseTo(0.3);
    expect(at.y).toBeCloseTo(-0.4);
  });

  it('seen from the side shows the height', () => {
    const at = projection(0, 0)(0.3, 0.4, 0.7);
    expect(at.x).toBeCloseTo(0.3);
    expect(at.y).toBeCloseTo(-0.7);
  });

  it('keeps lengths, however it is turned', () => {
    for (const [about, above] of [[-35, 35], [120, 70], [301, 10]] as const) {
      const { x, y, depth } = projection(about, above)(0.3, -0.4, 0.7);
      expect(x ** 2 + y ** 2 + depth ** 2).toBeCloseTo(0.3 ** 2 + 0.4 ** 2 + 0.7 ** 2);
    }
  });

  it('has what is high in the middle before what is behind it', () => {
    const to = projection(0, 45);
    expect(to(0, 0, 1).depth).toBeLessThan(to(0, 1, 0).depth);
  });
});
