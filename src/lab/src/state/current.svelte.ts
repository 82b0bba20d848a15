import { languages, spoken, type Language } from '../messages/language.svelte';
import { firstRun, firstStep } from './settings';
import { store, stored } from './stored';
import type { ChapterName, Edit, InputName, Selection, ShownExample, Theme, View } from './view';
import { themes } from './view';

/** What all chapters show: the one state of the page, all of which stands in a link. */
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
  hidden = $state.raw<readonly string[]>([]);
  opened = $state.raw<readonly string[]>([]);
  theme = $state<Theme>('auto');
  motion = $state(true);
  present = $state(false);

  /** It lives with the words, which know nothing of the view. */
  get language(): Language {
    return spoken.language;
  }

  set language(language: Language) {
    spoken.language = language;
  }

  get snapshot(): View {
    const { chapter, run, step, within, example, selection, model, edits, own, hidden, opened, language, theme, motion, present } = this;
    return { chapter, run, step, within, example, selection, model, edits, own, hidden, opened, language, theme, motion, present };
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

  /** Whether a part of the page is not to be shown. */
  hides(part: string): boolean {
    return this.hidden.includes(part);
  }

  /** Whether a part is shown that a chapter keeps for later. */
  opens(part: string): boolean {
    return this.opened.includes(part);
  }

  /** Unfolds such a part, or folds it again. */
  unfold(part: string, isOpen = true): void {
    if (this.opens(part) !== isOpen) this.opened = isOpen ? [...this.opened, part] : this.opened.filter((other) => other !== part);
  }
}

export const view = new CurrentView();

/** What an address that says nothing shows: what this visitor chose before, or their browser's language. */
export function usualView(): View {
  return {
    chapter: 'structure',
    run: firstRun,
    step: firstStep,
    within: 0,
    example: { set: 'test', index: 0 },
    selection: null,
    model: null,
    edits: [],
    own: {},
    hidden: [],
    opened: [],
    language: kept('language', languages) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en'),
    theme: kept('theme', themes) ?? 'auto',
    motion: kept('motion', ['on', 'off']) !== 'off',
    present: false,
  };
}

/** Keeps a visitor's choice for the next visit, where the browser allows it. */
export function keep(name: 'language' | 'theme' | 'keys' | 'neuronPressed', value: string): void {
  store('always', name, value);
  store('tab', name, value);
}

/** Keeps what a link asked for, for as long as its tab is open: the address does not say it, so that going back leaves it alone. */
export function borrow({ language, theme, motion }: View): void {
  const usual = usualView();
  if (language !== usual.language) store('tab', 'language', language);
  if (theme !== usual.theme) store('tab', 'theme', theme);
  if (motion !== usual.motion) store('tab', 'motion', motion ? 'on' : 'off');
}

/** What a visitor chose before; null where nothing, or none of these. */
export function kept<T extends string>(name: string, all: readonly T[]): T | null {
  const value = stored('tab', name) ?? stored('always', name);
  return all.find((one) => one === value) ?? null;
}
