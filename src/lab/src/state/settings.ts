/** A run's name taken apart: settings by the name of the command's option, in the order they were said. */
export type Settings = Readonly<Record<string, string>>;

const version = 'nabla:1';

/** What stands at the first visit: the lectures' network on digits that the engine draws in a second or two. */
export const firstRun = 'nabla:1/data=digits/train-examples=8000/test-examples=2000/seed=1';

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
 * The settings of a preset on the data and with the seed that stand here: a preset says how to train; on what stays as it is.
 * The size of the data is not kept where it is itself a preset's.
 */
export function presetOn(settings: Settings, preset: string, presets: readonly { readonly name: string }[]): Settings {
  const size = settings['train-examples'];
  const isPresets = size !== undefined && presets.some(({ name }) => settingsOf(name)['train-examples'] === size);
  const usual: Settings = settings['data'] === 'digits' ? settingsOf(firstRun) : {};
  const kept = { data: settings['data'], seed: settings['seed'], 'train-examples': isPresets ? usual['train-examples'] : size, 'test-examples': settings['test-examples'] };
  return Object.fromEntries(Object.entries({ ...kept, ...settingsOf(preset) }).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
