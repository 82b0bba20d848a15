import type { ChapterName } from '../state/view';
import { entries } from './entries.svelte';
import { kept } from './kept.svelte';
import { toAsk } from './order';

/** What a door says before it is opened. */
export interface Upcoming {
  readonly title: string | null;
  /** Whether all of the chapter's questions were answered right. */
  readonly done: boolean;
}

/** The challenges of a chapter, those that are to be asked first. */
export function upcoming(chapter: ChapterName): readonly string[] {
  return toAsk(entries.list.filter((entry) => entry.chapter === chapter), (name) => kept.standing(name), kept.answered);
}

/** The one that is asked next. */
export function nextOf(chapter: ChapterName, titleOf: (name: string) => string): Upcoming {
  const names = upcoming(chapter);
  return { title: names[0] === undefined ? null : titleOf(names[0]), done: names.length > 0 && names.every((name) => kept.standing(name).state === 'right') };
}
