import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Puts `.br` and `.gz` beside every file that is built, so that the server compresses nothing. */
const compressed: Plugin = {
  name: 'compressed',
  async writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle)) {
      const bytes = await readFile(join(dir, name));
      await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes));
      await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes));
    }
  },
};

/** The tab is served at `/tab`, from the same origin as `/api`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), compressed],
  build: { outDir: '../dist/tab', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 800 },
});
