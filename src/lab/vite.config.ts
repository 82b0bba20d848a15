import { createReadStream, existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Connect, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const framework = resolve(import.meta.dirname, '../Nabla.Browser/bin/wasm/site/_framework');
const types: Record<string, string> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** Serves the published engine beside the page, as `nabla lab` does. */
function engine(): Plugin {
  const serve: Connect.NextHandleFunction = (request, response, next) => {
    const name = /^\/_framework\/([\w.-]+)(\?.*)?$/.exec(request.url ?? '')?.[1];
    const file = name ? join(framework, name) : '';
    if (!name || !existsSync(file)) return next();
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  };
  return {
    name: 'nabla-engine',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}

/** KaTeX names each font three times; every browser that runs the engine knows the smallest. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform: (code, id) => (id.includes('katex.css') ? code.replace(/,\s*url\([^)]*\.(woff|ttf)\) format\([^)]*\)/g, '') : null),
  };
}

/** Who is sent a link sees its picture only by a whole address, which a build knows where VITE_SITE says it: https://nabla.example/lab/. */
function absoluteCard(site: string | undefined): Plugin {
  return {
    name: 'absolute-card',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        site
          ? html
              .replace(/(property="og:image" content=")[^"]*/, (_, start: string) => start + new URL('card.png', site).href)
              .replace('<meta property="og:type"', `<meta property="og:url" content="${new URL(site).href}" />\n    $&`)
          : html,
    },
  };
}

export default defineConfig({
  base: './', // so that the site works from a sub-folder of any host
  plugins: [woff2Only(), svelte(), engine(), absoluteCard(process.env['VITE_SITE'])],
  worker: { format: 'es' },
  // The engine's sentences and the digests of the published data lie with the engine, the licence with the whole.
  server: { fs: { allow: ['.', '../Nabla/Text', '../Nabla/Data/Published', '../../LICENSE'] } },
  test: {
    environment: './vitest.environment.ts',
    alias: [{ find: /^svelte$/, replacement: resolve(import.meta.dirname, 'node_modules/svelte/src/index-client.js') }],
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // What most chapters share comes in one file: each of its own costs a request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: /src[\\/](components|glossary|state|messages|challenges)[\\/]/, minShareCount: 4 }] } } },
  },
});
