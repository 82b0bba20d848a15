import { pens } from './strokes';
import { languages } from '../messages/language.svelte';
import { chapters, themes, type Edit, type InputName, type Selection, type ShownExample, type View } from './view';

/** A part of an address that says nothing that there is. */
export interface WrongPart {
  /** Such as `step`; null where the part has no name that an address knows. */
  readonly name: string | null;
  readonly text: string;
}

/**
 * The address of a view, such as `#/structure?run=nabla:1/data=digits/seed=1&step=100&example=test:3&neuron=1.4`. Language, theme and motion
 * are the visitor's, and do not change when they go back.
 */
export function addressOf(view: View): string {
  const { selection } = view;
  const parts: [string, string][] = [
    ['run', view.run],
    ['step', String(view.step)],
    ['example', exampleText(view.example)],
  ];
  if (view.within > 0) parts.push(['within', String(view.within)]);
  if (selection) parts.push(['neuron', `${selection.layer}.${selection.neuron}`]);
  if (selection && selection.input !== null) parts.push(['input', String(selection.input)]);
  if (view.model !== null) parts.push(['model', view.model]);
  if (view.edits.length > 0) parts.push(['edits', view.edits.map(editText).join(',')]);
  parts.push(...Object.entries(view.own).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (view.hidden.length > 0) parts.push(['hide', view.hidden.join(',')]);
  if (view.opened.length > 0) parts.push(['more', view.opened.join(',')]);
  if (view.present) parts.push(['present', 'on']);
  return `#/${view.chapter}?${parts.map(([name, value]) => `${name}=${escaped(value)}`).join('&')}`;
}

/** The address for others, who are to read it in the same language. */
export function linkOf(view: View): string {
  return `${addressOf(view)}&lang=${view.language}`;
}

/** The view of an address; what it does not say, or says wrongly, is as in `usual`, and the latter is noted in `wrong`. */
export function viewOf(address: string, usual: View, wrong: WrongPart[] = []): View {
  const [path = '', query = ''] = address.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const said = new Map<string, string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    if (at > 0) said.set(part.slice(0, at), unescaped(part.slice(at + 1)));
    else if (part) wrong.push({ name: null, text: unescaped(part) });
  }
  const known = new Set(['run', 'model']);
  const read = <T>(name: string, parse: (text: string) => T | null, instead: T): T => {
    known.add(name);
    const text = name === 'chapter' ? path : said.get(name);
    if (!text) return instead;
    const value = parse(text);
    if (value === null) wrong.push({ name, text });
    return value ?? instead;
  };
  const selection = read('neuron', selectionOf, null);
  const input = read('input', inputOf, null);
  const view: View = {
    chapter: read('chapter', (text) => oneOf(chapters, text), usual.chapter),
    run: said.get('run') || usual.run,
    // Another run than the usual one begins where it begins.
    step: read('step', count, said.get('run') ? 0 : usual.step),
    within: read('within', count, 0),
    example: read('example', exampleOf, usual.example),
    selection: selection && { ...selection, input },
    model: said.get('model') || null,
    edits: read('edits', editsOf, []),
    own: Object.fromEntries([...said].filter(([name]) => name.includes('.'))),
    hidden: read('hide', names, []),
    opened: read('more', names, []),
    language: read('lang', (text) => oneOf(languages, text), usual.language),
    theme: read('theme', (text) => oneOf(themes, text), usual.theme),
    motion: read('motion', (text) => oneOf(['on', 'off'], text), usual.motion ? 'on' : 'off') === 'on',
    present: read('present', (text) => oneOf(['on', 'off'], text), 'off') === 'on',
  };
  for (const [name, text] of said) if (!known.has(name) && !name.includes('.')) wrong.push({ name: null, text: `${name}=${text}` });
  return view;
}

/** An example as an address says it, such as `test:3`. */
export function exampleText(example: ShownExample): string {
  if (example.set !== 'drawing') return `${example.set}:${example.index}`;
  const { strokes, pen, label, normalise } = example;
  // Of a photo an address can say no more than that there was one.
  if (example.photo) return label === null ? 'photo' : `photo:${label}`;
  return ['drawing', strokes, label ?? '', normalise ? '' : 'raw', pen === 'medium' ? '' : pen].join(':').replace(/:{1,2}$/, '');
}

function exampleOf(text: string): ShownExample | null {
  const [set, what = '', label = '', raw, pen] = text.split(':');
  if (set === 'photo') {
    return { set: 'drawing', strokes: '', pen: 'medium', label: /^\d$/.test(what) ? Number(what) : null, normalise: true, photo: true };
  }
  if (set === 'drawing') {
    return { set, strokes: what, pen: oneOf(pens, pen) ?? 'medium', label: /^\d$/.test(label) ? Number(label) : null, normalise: raw !== 'raw' };
  }
  const index = count(what);
  return (set === 'train' || set === 'test') && index !== null ? { set, index } : null;
}

function selectionOf(text: string): Selection | null {
  const at = /^([1-9]\d*)\.(\d+)$/.exec(text);
  return at ? { layer: Number(at[1]), neuron: Number(at[2]), input: null } : null;
}

function inputOf(text: string): InputName | null {
  return text === 'bias' ? 'bias' : count(text);
}

function editText({ layer, neuron, input, value }: Edit): string {
  return `${layer}.${neuron}.${input}:${shortest(value)}`;
}

/** The fewest digits that are the same parameter: the engine's have the precision of 32-bit floats. */
function shortest(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === Math.fround(value)) return text;
  }
  return String(value);
}

function editsOf(text: string): Edit[] | null {
  const edits = text.split(',').map(editOf);
  return edits.every((edit) => edit !== null) ? edits : null;
}

function editOf(text: string): Edit | null {
  const at = /^([1-9]\d*)\.(\d+)\.(\d+|bias):(.+)$/.exec(text);
  const value = Number(at?.[4]);
  return at && Number.isFinite(value)
    ? { layer: Number(at[1]), neuron: Number(at[2]), input: at[3] === 'bias' ? 'bias' : Number(at[3]), value }
    : null;
}

function names(text: string): string[] {
  return text.split(',').filter(Boolean);
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | null {
  return all.find((one) => one === text) ?? null;
}

// Names of runs are full of colons, slashes and equals signs, which may stand in an address as they are.
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%(3A|2F|3D|2C)/g, (code) => decodeURIComponent(code));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
