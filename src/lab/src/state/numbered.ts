import { t } from '../messages/t.svelte';
import { numberOf, type ChapterName } from './view';

/** A chapter's number and name, such as `2 · Cost`. */
export function numbered(chapter: ChapterName): string {
  return t('shell.chapter', { number: numberOf(chapter), name: t(`${chapter}.name`) });
}
