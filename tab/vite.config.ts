import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compileStyles } from './compile-styles.ts';
import { compileTexts } from './compile-texts.ts';

/** Lets the browser fetch the part that draws together with the one that starts it, and not only when that runs. */
const fetchBothAtOnce: Plugin = {
  name: 'fetch-both-at-once',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const drawing = chunks.find(({ name }) => name === 'draw');
      const files = drawing === undefined ? [] : [drawing.fileName, ...drawing.imports];
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/tab/${file}` },
        injectTo: 'head',
      }));
    },
  },
};

/** The tab is served at `/tab`, from the same origin as `/api`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), compileStyles, compileTexts, fetchBothAtOnce],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      output: {
        // Two scripts for the first load, instead of one for each set of screens that share something: they are smaller together.
        // Each takes what it imports with it, and nothing that a screen alone needs.
        codeSplitting: {
          groups: [
            { name: 'start', priority: 2, test: /\/tab\/main\.ts$/ },
            { name: 'draw', priority: 1, test: /\/tab\/draw\.tsx$/ },
          ],
        },
      },
    },
  },
});
