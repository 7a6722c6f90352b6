import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/**
 * Puts a source file and all that it imports into one output. Otherwise esbuild makes an output of its own of each set of modules
 * that the same later parts need too, and a start reads forty files instead of a few. It is done by an import of the file in each
 * later part of the app: with that every part needs all of these modules. At run time they are there already.
 * @param apart of the same bundle without this
 * @param shared the source files, in the order in which they are loaded
 */
export function sharedParts({ inputs }: Metafile, shared: readonly string[]): Plugin {
  const importsOf = (input: string, kind: string) =>
    (inputs[input]?.imports ?? []).filter((one) => one.kind === kind).map(({ path }) => path);
  const withImports = shared.map((file) => {
    const together = new Set([file]);
    // The set grows while it is walked.
    for (const input of together) for (const path of importsOf(input, 'import-statement')) together.add(path);
    return { file, together };
  });
  const later = new Set(Object.keys(inputs).flatMap((input) => importsOf(input, 'dynamic-import')));
  return {
    name: 'shared parts',
    setup(building) {
      building.onLoad({ filter: /\.(js|ts)$/, namespace: 'file' }, async ({ path }) => {
        const part = [...later].find((input) => input in inputs && path === join(root, input));
        if (part === undefined) return undefined;
        const needed = withImports.filter(({ together }) => !together.has(part));
        const imports = needed.map(({ file }) => `import ${JSON.stringify(join(root, file))};`);
        return {
          contents: [await readFile(path, 'utf8'), ...imports].join('\n'),
          loader: path.endsWith('ts') ? 'ts' : 'js',
        };
      });
    },
  };
}
