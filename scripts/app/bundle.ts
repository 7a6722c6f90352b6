import { join, relative } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import {
  builtins,
  lazyProxies,
  lazyXml,
  leaveOut,
  openApi,
  smallTables,
  withoutJsonSchemas,
} from './plugins.ts';
import { sharedParts } from './shared-part.ts';
import { slimBotbuilder } from './slim-botbuilder.ts';

const root = join(import.meta.dirname, '../..');

/** What the first call of nearly every trigger needs, beside the functions' registration. */
const first = 'functions/first.ts';

const options = {
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // ES modules, of which esbuild takes only what is used.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  chunkNames: 'parts/[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
  // The worker of Azure Functions has it.
  external: ['@azure/functions-core'],
  plugins: [
    builtins,
    leaveOut,
    lazyXml,
    lazyProxies,
    withoutJsonSchemas,
    slimBotbuilder,
    smallTables,
    openApi,
  ],
  // CommonJS packages call `require`, which an ES module lacks.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
} as const satisfies BuildOptions;

export interface Bundle {
  /** Path from the folder of the app, and content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

/**
 * Bundles a function app as it is deployed: `main.js`, which registers the functions, and in `parts/` what their calls load when they
 * first need it.
 * @param entryPoint from the root of the repository
 */
export async function bundle(entryPoint: string): Promise<Bundle> {
  const outdir = join(root, 'dist/app');
  const whole = { ...options, absWorkingDir: root, entryPoints: { main: entryPoint }, outdir };
  const { metafile: apart } = await build(whole);
  const { outputFiles, metafile } = await build({
    ...whole,
    plugins: [...options.plugins, sharedParts(apart, [entryPoint, first])],
  });
  const files = outputFiles.map(
    ({ path, contents }) => [relative(outdir, path).replaceAll('\\', '/'), contents] as const,
  );
  return { files: new Map(files), metafile };
}
