import decode from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrOf } from './qr';

const link = 'https://nabla.example/lab/#/structure?run=nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1&step=24000&example=test:3&neuron=2.5&hide=bar,strip&lang=zh';

/** The picture that a camera would see, four pixels a module. */
function pictureOf({ size, path }: NonNullable<ReturnType<typeof qrOf>>): [Uint8ClampedArray, number, number] {
  const width = 4 * size;
  const pixels = new Uint8ClampedArray(4 * width * width).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < 16; i++) pixels.fill(0, 4 * ((4 * Number(y) + (i >> 2)) * width + 4 * Number(x) + (i & 3)), 4 * ((4 * Number(y) + (i >> 2)) * width + 4 * Number(x) + (i & 3)) + 3);
  }
  return [pixels, width, width];
}

describe('a QR code', () => {
  it.each([link, `${link}&${'x'.repeat(700)}`])('is read as the address that it was made of', (text) => {
    expect(decode(...pictureOf(qrOf(text)!))?.data).toBe(text);
  });

  it('is not made where no camera could read it', () => expect(qrOf('x'.repeat(1100))).toBeNull());
});
