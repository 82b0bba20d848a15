import { expect, it } from 'vitest';
import { commandOf } from './keys';

/** An element of which only is known which selectors are true of it or of what it stands in. */
function element(...names: string[]): Element {
  const is = (selector: string): boolean =>
    selector.split(', ').some((one) => names.some((name) => one === name || one.startsWith(`${name}:not`) && name === 'input'));
  return { closest: (selector: string) => (is(selector) ? ({} as Element) : null) } as unknown as Element;
}

it.each([
  ['k', 'play'],
  ['K', 'play'],
  [' ', 'play'],
  ['.', 'forward'],
  [',', 'back'],
  ['g', 'glossary'],
  ['G', 'glossary'],
  ['p', 'present'],
  ['?', 'help'],
  ['x', null],
])('%s on the page itself asks for %s', (key, command) => {
  expect(commandOf({ key, modified: false, at: null })).toBe(command);
  expect(commandOf({ key, modified: true, at: null })).toBe(null);
});

it('what is written into keeps its keys', () => {
  for (const field of ['input', 'textarea', 'select', '[contenteditable]', 'dialog'])
    for (const key of ['k', ' ', '.', ',', '?']) expect(commandOf({ key, modified: false, at: element(field) })).toBe(null);
});

it('what the space bar presses is pressed, and the other keys are as ever', () => {
  for (const control of ['button', 'a', '[role]', '[tabindex="0"]']) {
    expect(commandOf({ key: ' ', modified: false, at: element(control) })).toBe(null);
    expect(commandOf({ key: 'k', modified: false, at: element(control) })).toBe('play');
  }
});
