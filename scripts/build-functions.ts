// Builds the function app as it is deployed: dist/functions/main.js (one bundle), beside dist/tab. Lists the files in
// it in dist/functions/inputs.json, for the test of what is deployed.
import { mkdir, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const result = await build({
  entryPoints: ['functions/main.ts'],
  outfile: 'dist/functions/main.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  metafile: true,
  sourcemap: true,
  logLevel: 'warning',
  // Provided by the Azure Functions worker.
  external: ['@azure/functions-core'],
  // CommonJS packages call `require`, which an ES module lacks.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
await mkdir('dist/functions', { recursive: true });
await writeFile('dist/functions/inputs.json', JSON.stringify(Object.keys(result.metafile.inputs), null, 1));
