import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the product's process in the same way as the deployed function app. Returns the address of the file. */
export async function bundledProduct(): Promise<URL> {
  const outfile = new URL('../../dist/bench/product-process.js', import.meta.url);
  await build({
    entryPoints: [fileURLToPath(new URL('product-process.ts', import.meta.url))],
    outfile: fileURLToPath(outfile),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    // CommonJS packages call `require`, which an ES module lacks.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  return outfile;
}
