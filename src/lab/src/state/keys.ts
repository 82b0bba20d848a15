/** What a key of the page's own asks for. */
export type Command = 'play' | 'forward' | 'back' | 'glossary' | 'present' | 'help';

/** What is asked of a key press: what was pressed, and where. */
export interface Press {
  readonly key: string;
  readonly modified: boolean;
  /** What has the keyboard. */
  readonly at: Element | null;
}

const commands: Readonly<Record<string, Command>> = { k: 'play', K: 'play', ' ': 'play', '.': 'forward', ',': 'back', g: 'glossary', G: 'glossary', p: 'present', P: 'present', '?': 'help' };

/** What is written into; its keys are its own. */
const fields = 'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], dialog';

/** What the space bar presses, or has another meaning for. */
const pressed = 'button, a, summary, input, label, [role], [tabindex="0"]';

/** What a press of a key asks for; null where it is meant for something else. */
export function commandOf({ key, modified, at }: Press): Command | null {
  const command = commands[key];
  if (!command || modified || at?.closest(fields)) return null;
  return key === ' ' && at?.closest(pressed) ? null : command;
}
