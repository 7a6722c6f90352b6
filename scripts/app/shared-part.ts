import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * Puts a source file and all that it imports into one output. Otherwise esbuild makes an output of its own of each set of modules
 * that the same later parts need too, and a start reads forty files instead of a few. It is done by an import of the file in each
 * later part of the app: with that every part needs all of these modules. At run time they are there already.
 * @param apart of the same bundle without this
 */
export function sharedPart({ inputs }: Metafile, shared: string): Plugin {
  const importsOf = (input: string, kind: string) =>
    (inputs[input]?.imports ?? []).filter((one) => one.kind === kind).map(({ path }) => path);
  const together = new Set([shared]);
  // The set grows while it is walked.
  for (const input of together) for (const path of importsOf(input, 'import-statement')) together.add(path);
  const later = Object.keys(inputs).flatMap((input) => importsOf(input, 'dynamic-import'));
  const needing = new Set(later.filter((path) => inputs[path] !== undefined && !together.has(path)));
  return {
    name: 'shared part',
    setup(building) {
      building.onLoad({ filter: /\.(js|ts)$/, namespace: 'file' }, async ({ path }) => {
        if (![...needing].some((input) => path === join(root, input))) return undefined;
        const source = await readFile(path, 'utf8');
        return {
          contents: `${source}\nimport ${JSON.stringify(join(root, shared))};`,
          loader: path.endsWith('ts') ? 'ts' : 'js',
        };
      });
    },
  };
}
