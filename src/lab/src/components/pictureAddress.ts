/** A small picture as an address that an SVG image can have. Empty where there is nothing to draw. */
export function pictureAddress(values: ArrayLike<number>, width: number, height: number, shades: Uint8ClampedArray): string {
  if (values.length === 0) return '';
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return '';
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    const place = Math.max(0, Math.min(255, Math.round(255 * (values[i] ?? 0)))) * 3;
    image.data.set(shades.subarray(place, place + 3), i * 4);
    image.data[i * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
