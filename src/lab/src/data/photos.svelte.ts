import { message, Problem } from '../messages/words';

/** A picture of a digit as the browser decoded it. */
export interface Photo {
  /** Four bytes a pixel, row by row: red, green, blue and how opaque it is. */
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The address of a small copy, to be shown. */
  readonly small: string;
}

/** The engine makes larger ones smaller anyway. */
const longest = 1000;
const longestSmall = 240;

/** The photo that stands in the place of a drawing; it is in no address, and gone with the page. */
class Photos {
  current = $state.raw<Photo | null>(null);
  /** Which of its digits is the example, in the order in which they are read. */
  which = $state(0);
  /** Whether an address asked for one that is not here. */
  missed = $state(false);
  /** Counts them. */
  version = 0;

  /** Reads a picture, upright as it was taken. */
  async take(file: File): Promise<void> {
    this.current = await photoOf(file);
    this.version++;
    this.which = 0;
    this.missed = false;
  }
}

export const photos = new Photos();

async function photoOf(file: File): Promise<Photo> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const context = drawn(picture, longest);
    const small = drawn(picture, longestSmall).canvas.toDataURL();
    picture.close();
    const { width, height, data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    return { rgba: new Uint8Array(data), width, height, small };
  } catch {
    throw new Problem(message('data.photo.broken', { name: file.name }));
  }
}

function drawn(picture: ImageBitmap, side: number): CanvasRenderingContext2D {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(scale * picture.width));
  canvas.height = Math.max(1, Math.round(scale * picture.height));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context;
}
