// node compose.js PAGE FRAMEWORK SITE: what Vite built and the engine in one folder, with compressed copies beside what gains by them.
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// What is shorter fits into a packet or two as it is.
const least = 1024;
const isCompressed = /\.(png|ico|woff2|br|gz)$/;
const ways = {
  '.br': (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  '.gz': (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

const [page, framework, site] = process.argv.slice(2);
const fresh = `${site}.new`;
await rm(fresh, { recursive: true, force: true });
await cp(page, fresh, { recursive: true });
await cp(framework, join(fresh, '_framework'), { recursive: true });
// Whoever gives away what these libraries are in gives their notices too.
await cp(join(import.meta.dirname, '../../THIRD-PARTY-NOTICES.md'), join(fresh, 'THIRD-PARTY-NOTICES.txt'));
const entries = await readdir(fresh, { recursive: true, withFileTypes: true });
await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => compress(join(entry.parentPath, entry.name))));
await rm(site, { recursive: true, force: true });
await rename(fresh, site);

async function compress(path) {
  const content = await readFile(path);
  if (content.length < least || isCompressed.test(path)) return;
  const before = site + path.slice(fresh.length);
  const isSame = (await read(before))?.equals(content) ?? false;
  for (const [ending, way] of Object.entries(ways)) {
    const copy = isSame ? await read(before + ending) : await way(content);
    if (copy !== null && copy.length < content.length) await writeFile(path + ending, copy);
  }
}

async function read(path) {
  return readFile(path).catch(() => null);
}
