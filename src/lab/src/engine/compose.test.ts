import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = join(import.meta.dirname, '../../compose.js');
const long = 'a line of a script\n'.repeat(200);
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nabla-compose-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function compose(): void {
  execFileSync(process.execPath, [script, join(folder, 'dist'), join(folder, 'framework'), join(folder, 'site')]);
}

it('puts page and engine into one folder, with compressed copies of what gains by them', () => {
  write('dist/index.html', 'short');
  write('dist/assets/page.js', long);
  write('dist/card.png', long);
  write('framework/dotnet.js', long);
  write('site/gone.js', 'of a former page');
  compose();
  for (const name of ['site/assets/page.js', 'site/_framework/dotnet.js']) {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(long);
    expect(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))).toString()).toBe(long);
    expect(gunzipSync(readFileSync(join(folder, `${name}.gz`))).toString()).toBe(long);
  }
  for (const name of ['index.html.br', 'card.png.br', 'gone.js']) expect(existsSync(join(folder, 'site', name)), name).toBe(false);
});

it('compresses anew what has changed, and nothing else', () => {
  write('dist/a.js', long);
  write('dist/b.js', long);
  write('framework/dotnet.js', long);
  compose();
  const kept = 'the copy that was there';
  writeFileSync(join(folder, 'site/a.js.br'), kept);
  write('dist/b.js', long.toUpperCase());
  compose();
  expect(readFileSync(join(folder, 'site/a.js.br'), 'utf8')).toBe(kept);
  expect(brotliDecompressSync(readFileSync(join(folder, 'site/b.js.br'))).toString()).toBe(long.toUpperCase());
});
