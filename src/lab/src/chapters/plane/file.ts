import type { Frame } from './frame';
import { settingsOf, usual, type PlaneSettings, type SettingName } from './settings';

const kind = 'nabla plane 1';

/** All of it as a file: the settings, from which the page makes it again to the last bit, and the weights for whoever reads it. */
export function fileOf(settings: PlaneSettings, frame: Frame | null): string {
  const layers = frame?.layers.map(({ inputs, weights, biases }) => ({
    weights: Array.from(biases, (_, j) => Array.from(weights.subarray(j * inputs, (j + 1) * inputs))),
    biases: Array.from(biases),
  }));
  return JSON.stringify({ kind, settings, layers }, null, 1);
}

/** The settings that such a file holds; null where it is none. */
export function settingsIn(text: string): PlaneSettings | null {
  try {
    const file = JSON.parse(text) as { kind?: unknown; settings?: Record<string, unknown> } | null;
    if (file?.kind !== kind || typeof file.settings !== 'object' || file.settings === null) return null;
    const own = Object.entries(file.settings).flatMap(([name, value]) => (name in usual && typeof value === 'string' ? [[`plane.${name as SettingName}`, value]] : []));
    const { settings, wrong } = settingsOf(Object.fromEntries(own));
    return wrong.length === 0 ? settings : null;
  } catch {
    return null;
  }
}
