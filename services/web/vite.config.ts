import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Each file also in the two forms that browsers ask for: the gateway sends what lies there and compresses nothing itself. */
const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    for (const file of Object.keys(bundle).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
      const path = join(dir!, file);
      const bytes = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    }
  },
};

/**
 * What every page needs comes in two files. Left alone it lies in a dozen, by which pages name it as well, and small files
 * compress badly: 10 kB more. The libraries are apart, for most releases change none of them.
 */
const inOnePiece = [
  { name: 'libraries', test: /[\\/]node_modules[\\/]/, tags: ['$initial' as const] },
  { name: 'app', tags: ['$initial' as const] },
];

export default defineConfig({
  plugins: [react(), precompressed],
  // Nothing is inlined as a data: address or script, so the page runs under a strict Content-Security-Policy.
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: inOnePiece } } },
  },
});
