import { tests, type TestName } from '../../challenges/order';

type Own = Readonly<Record<string, string>>;

/** What the chapter's settings may be in an address. */
const possible: Readonly<Record<string, (text: string) => boolean>> = {
  'challenges.name': (text) => /^[a-z][a-z-]*$/.test(text),
  'challenges.seed': (text) => /^\d{1,6}$/.test(text),
  'challenges.test': (text) => (tests as readonly string[]).includes(text),
  'challenges.sheet': (text) => text === 'answers',
};

/** The chapter's settings in an address that make no sense. */
export function wrongSettings(own: Own): readonly string[] {
  return Object.keys(own).filter((name) => name.startsWith('challenges.') && !possible[name]?.(own[name]!));
}

function settingOf(own: Own, name: string): string | null {
  const text = own[name];
  return text !== undefined && possible[name]!(text) ? text : null;
}

/** The question that is asked: a challenge and the seed it is drawn from; null where none is chosen. */
export function questionOf(own: Own): { readonly name: string; readonly seed: number } | null {
  const name = settingOf(own, 'challenges.name');
  return name === null ? null : { name, seed: Number(settingOf(own, 'challenges.seed') ?? 1) };
}

/** The test that is sat, with its number, and whether its answers are shown instead; null where none is. */
export function testOf(own: Own): { readonly test: TestName; readonly seed: number; readonly answers: boolean } | null {
  const test = settingOf(own, 'challenges.test') as TestName | null;
  return test && { test, seed: Number(settingOf(own, 'challenges.seed') ?? 1), answers: settingOf(own, 'challenges.sheet') === 'answers' };
}
