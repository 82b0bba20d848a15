import { firstRun } from './settings';
import type { ChapterName, Edit, InputName, Language, Selection, ShownExample, Theme, View } from './view';
import { languages, themes } from './view';

/** What all chapters show: the one state of the page, all of which stands in the address. */
class CurrentView implements View {
  chapter = $state<ChapterName>('structure');
  run = $state(firstRun);
  step = $state(0);
  within = $state(0);
  example = $state.raw<ShownExample>({ set: 'test', index: 0 });
  selection = $state.raw<Selection | null>(null);
  model = $state<string | null>(null);
  edits = $state.raw<readonly Edit[]>([]);
  own = $state.raw<Readonly<Record<string, string>>>({});
  language = $state<Language>('en');
  theme = $state<Theme>('auto');
  motion = $state(true);

  get snapshot(): View {
    const { chapter, run, step, within, example, selection, model, edits, own, language, theme, motion } = this;
    return { chapter, run, step, within, example, selection, model, edits, own, language, theme, motion };
  }

  /** Takes over all of a view. */
  show(view: View): void {
    Object.assign(this, view);
  }

  /** Selects a neuron, or one of its weights or its bias. */
  select(layer: number, neuron: number, input: InputName | null = null): void {
    this.selection = { layer, neuron, input };
  }

  /** Steps back from the detail: from a weight to its neuron, from a neuron to the whole. False where there is nothing to step back from. */
  stepBack(): boolean {
    if (this.selection === null) return false;
    this.selection = this.selection.input === null ? null : { ...this.selection, input: null };
    return true;
  }

  /** Remembers a chapter's own setting in the address; null forgets it. Its name begins with the chapter's: `cost.sort`. */
  remember(name: string, value: string | null): void {
    const { [name]: _, ...others } = this.own;
    this.own = value === null ? others : { ...others, [name]: value };
  }
}

export const view = new CurrentView();

/** What an address that says nothing shows: what this visitor chose before, or their browser's language. */
export function usualView(): View {
  return {
    chapter: 'structure',
    run: firstRun,
    step: 0,
    within: 0,
    example: { set: 'test', index: 0 },
    selection: null,
    model: null,
    edits: [],
    own: {},
    language: kept('language', languages) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
    theme: kept('theme', themes) ?? 'auto',
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
}

/** Keeps a visitor's choice of language or theme for the next visit, where the browser allows it. */
export function keep(name: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`nabla.${name}`, value);
  } catch {
    // Private windows may refuse; then the address alone remembers.
  }
}

function kept<T extends string>(name: string, all: readonly T[]): T | null {
  try {
    const value = localStorage.getItem(`nabla.${name}`);
    return all.find((one) => one === value) ?? null;
  } catch {
    return null;
  }
}
