/** A run's name taken apart: settings by the name of the command's option, in the order they were said. */
export type Settings = Readonly<Record<string, string>>;

const version = 'nabla:1';

/** How many digits are drawn where nothing else is said: enough to learn from, made in a second or two. */
export const digits: Settings = { 'train-examples': '8000', 'test-examples': '2000' };

/** What stands at the first visit: the lectures' network on digits that the engine draws in a second or two. */
export const firstRun = 'nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1';

/** Its end: whoever comes first meets a network that reads. */
export const firstStep = 24_000;

/** The settings that a run's name says. What it does not say, the engine fills in. */
export function settingsOf(runName: string): Settings {
  const settings: Record<string, string> = {};
  for (const part of runName.split('/').slice(1)) {
    const at = part.indexOf('=');
    if (at > 0) settings[part.slice(0, at)] = unescaped(part.slice(at + 1));
  }
  return settings;
}

/** The run's name of settings; the engine puts them in order and leaves out what is usual. */
export function runNameOf(settings: Settings): string {
  return [version, ...Object.entries(settings).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join('/');
}

/**
 * The name with the number of drawn digits said. There are always more digits to be had, and a link must mean the same run
 * whatever was drawn before.
 */
export function wholeName(runName: string): string {
  const settings = settingsOf(runName);
  return settings['data'] === 'digits' ? runNameOf({ ...digits, ...settings }) : runName;
}

/** The same run on its first few examples. */
export function previewOf(runName: string, size: number): string {
  return runNameOf({ ...settingsOf(runName), 'train-examples': String(size), 'test-examples': String(size) });
}

/** The same settings on other data. Of digits there are as many as one wants, of other data as many as there are. */
export function onData(settings: Settings, data: string): Settings {
  const { 'train-examples': _, 'test-examples': __, ...others } = settings;
  return { ...others, data, ...(data === 'digits' ? digits : {}) };
}

/**
 * The settings of a preset on the data and with the seed that stand here: a preset says how to train; on what stays as it is.
 * The number of examples is not kept where it came from one of the presets.
 */
export function presetOn(settings: Settings, preset: string, presets: readonly { readonly name: string }[]): Settings {
  const size = settings['train-examples'];
  const isPresets = presets.some(({ name }) => size !== undefined && settingsOf(name)['train-examples'] === size);
  const usual = settings['data'] === 'digits' ? digits['train-examples'] : undefined;
  const stand: Readonly<Record<string, string | undefined>> = { ...settings, 'train-examples': isPresets ? usual : size };
  const kept = ['data', 'train-examples', 'test-examples', 'seed'].flatMap((name) => (stand[name] === undefined ? [] : [[name, stand[name]]]));
  const said = Object.entries(settingsOf(preset)).filter(([name]) => name !== 'data' && name !== 'seed');
  return Object.fromEntries([...kept, ...said]) as Settings;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
