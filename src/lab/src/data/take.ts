import { wordsOf } from '../messages/words';
import { lab, view } from '../state';
import { dataSets } from './dataSets.svelte';
import { photos } from './photos.svelte';

/** Takes whatever files a visitor gives: a picture becomes the example, all else may be a part of a data set. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const picture = files.findLast(isPicture);
  if (picture !== undefined) await takePhoto(picture);
  await dataSets.take(
    lab.engine,
    files.filter((file) => !isPicture(file)),
  );
}

/** Shows a photo of a digit in the place of a drawing. */
export async function takePhoto(picture: File): Promise<void> {
  try {
    await photos.take(picture);
  } catch (problem) {
    dataSets.problems = [wordsOf(problem)];
    return;
  }
  dataSets.problems = [];
  view.within = 0;
  view.example = { set: 'drawing', strokes: '', pen: 'medium', label: null, normalise: true, photo: true };
}

function isPicture({ type }: File): boolean {
  return type.startsWith('image/');
}
