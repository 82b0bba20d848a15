// Trains the page's presets with the published engine, and writes what they remember, or compares it with what lies there.
// node memories.mjs FRAMEWORK_FOLDER LAB_FOLDER write|compare
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEngine } from './engine.mjs';

const [framework, lab, mode] = process.argv.slice(2);
const folder = join(lab, 'public', 'memories');
const list = join(lab, 'src', 'state', 'memories.json');
const { call, fetch, until, go } = await startEngine(framework);

// Of the run that stands there at the first visit, the moments on the way too.
const ways = { lecture: 800_000 };
const first = /firstRun = '([^']+)'/.exec(readFileSync(join(lab, 'src', 'state', 'settings.ts'), 'utf8'))[1];
const settingsOf = (name) => new Map(name.split('/').slice(1).map((part) => part.split('=')));

/** The run of a preset where the first run stands, as settings.ts has it. */
function runOf(preset) {
  const settings = settingsOf(first);
  for (const [name, value] of settingsOf(preset)) if (name !== 'data' && name !== 'seed') settings.set(name, value);
  return call('check', ['nabla:1', ...[...settings].map(([name, value]) => `${name}=${value}`)].join('/')).name;
}

/** The whole run, as files and as an entry of the list. */
function trained(key, run) {
  go('advance', call('start', run).steps);
  const files = { [`${key}.bin`]: fetch('remember', 0, false) };
  if (ways[key]) files[`${key}.way.bin`] = fetch('remember', ways[key], false);
  return { files, entry: { run, end: call('moment').step, file: `${key}.bin`, ...(ways[key] && { way: `${key}.way.bin` }) } };
}

/** What is wrong with a memory that lies there, by its end and the first epoch alone. */
function compared({ file, run, end }) {
  const { stepsPerEpoch } = call('start', run);
  go('advance', Math.min(stepsPerEpoch, end));
  const own = call('history');
  call('start', run);
  const known = call('recall', readFileSync(join(folder, file)));
  const untimed = (epochs) => epochs.map((epoch) => ({ ...epoch, seconds: null, examplesPerSecond: null }));
  const isPrefix = (a, b) => a.length > 0 && JSON.stringify(a) === JSON.stringify(b.slice(0, a.length));
  go('seek', end);
  const there = call('moment');
  return isPrefix(own.costs, known.costs) && (end < stepsPerEpoch || isPrefix(untimed(own.epochs), known.epochs)) && there.step === end && there.end === end;
}

until('makeDigits', 8000, 2000);
const runs = call('describe').presets.map(({ key, name }) => [key, runOf(name)]);

if (mode === 'write') {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const all = runs.map(([key, run]) => trained(key, run));
  for (const { files } of all) for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  writeFileSync(list, JSON.stringify(all.map(({ entry }) => entry), null, 2) + '\n');
}

// The first visitor's run to its very end, and of the others as much as shows that the engine is still the same.
const listed = JSON.parse(readFileSync(list, 'utf8'));
const [[key, run], ...others] = runs;
const { files, entry } = trained(key, run);
console.log(
  JSON.stringify([
    ...(JSON.stringify(listed[0]) === JSON.stringify(entry) ? [] : [key]),
    ...Object.entries(files).filter(([name, bytes]) => !readFileSync(join(folder, name)).equals(Buffer.from(bytes))).map(([name]) => name),
    ...others.filter(([key, run], i) => listed[i + 1]?.run !== run || listed[i + 1].file !== `${key}.bin` || !compared(listed[i + 1])).map(([key]) => key),
  ]),
);
