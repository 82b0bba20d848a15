import { pens } from './strokes';
import { chapters, languages, themes, type Edit, type InputName, type Selection, type ShownExample, type View } from './view';

/** The address of a view, such as `#/structure?run=nabla:1/data=digits/seed=1&step=100&example=test:3&neuron=1.4`. */
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
  parts.push(['lang', view.language]);
  if (view.theme !== 'auto') parts.push(['theme', view.theme]);
  if (!view.motion) parts.push(['motion', 'off']);
  return `#/${view.chapter}?${parts.map(([name, value]) => `${name}=${escaped(value)}`).join('&')}`;
}

/** The view of an address; what it does not say, or says wrongly, is as in `usual`. */
export function viewOf(address: string, usual: View): View {
  const [path = '', query = ''] = address.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const said = new Map<string, string>();
  for (const part of query.split('&')) {
    const at = part.indexOf('=');
    if (at > 0) said.set(part.slice(0, at), unescaped(part.slice(at + 1)));
  }
  return {
    chapter: oneOf(chapters, path) ?? usual.chapter,
    run: said.get('run') ?? usual.run,
    step: count(said.get('step')) ?? usual.step,
    within: count(said.get('within')) ?? 0,
    example: exampleOf(said.get('example')) ?? usual.example,
    selection: selectionOf(said.get('neuron'), said.get('input')),
    model: said.get('model') || null,
    edits: editsOf(said.get('edits')),
    own: Object.fromEntries([...said].filter(([name]) => name.includes('.'))),
    language: oneOf(languages, said.get('lang')) ?? usual.language,
    theme: oneOf(themes, said.get('theme')) ?? usual.theme,
    motion: said.get('motion') === undefined ? usual.motion : said.get('motion') !== 'off',
  };
}

function exampleText(example: ShownExample): string {
  if (example.set !== 'drawing') return `${example.set}:${example.index}`;
  const { strokes, pen, label, normalise } = example;
  return ['drawing', strokes, label ?? '', normalise ? '' : 'raw', pen === 'medium' ? '' : pen].join(':').replace(/:{1,2}$/, '');
}

function exampleOf(text: string | undefined): ShownExample | null {
  const [set, what = '', label = '', raw, pen] = text?.split(':') ?? [];
  if (set === 'drawing') {
    return { set, strokes: what, pen: oneOf(pens, pen) ?? 'medium', label: /^\d$/.test(label) ? Number(label) : null, normalise: raw !== 'raw' };
  }
  const index = count(what);
  return (set === 'train' || set === 'test') && index !== null ? { set, index } : null;
}

function selectionOf(neuron: string | undefined, input: string | undefined): Selection | null {
  const at = /^([1-9]\d*)\.(\d+)$/.exec(neuron ?? '');
  return at ? { layer: Number(at[1]), neuron: Number(at[2]), input: inputOf(input) } : null;
}

function inputOf(text: string | undefined): InputName | null {
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

function editsOf(text: string | undefined): Edit[] {
  return (text ?? '').split(',').flatMap((part) => {
    const at = /^([1-9]\d*)\.(\d+)\.(\d+|bias):(.+)$/.exec(part);
    const value = Number(at?.[4]);
    return at && Number.isFinite(value)
      ? [{ layer: Number(at[1]), neuron: Number(at[2]), input: at[3] === 'bias' ? ('bias' as const) : Number(at[3]), value }]
      : [];
  });
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
