import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '../..');

/** What Azure Functions reads of it: ES modules, and which one registers the functions. */
const packageJson = { name: 'unmentoring', private: true, type: 'module', main: 'main.js' };

/**
 * Everything that is deployed. The tab must have been built.
 * @returns path from the folder of the app, and content
 */
export async function appFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { files } = await bundle('functions/main.ts');
  return new Map([
    ...files,
    ['host.json', await readFile(join(root, 'host.json'))],
    ['package.json', Buffer.from(JSON.stringify(packageJson, null, 2))],
    ...(await tabFiles()),
  ]);
}

/** The tab's files; of those that the build compressed only the compressed ones. */
async function tabFiles(): Promise<[string, Uint8Array][]> {
  const folder = join(root, 'dist/tab');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const deployed = paths.filter((path) => !paths.includes(`${path}.br`)).sort();
  return Promise.all(
    deployed.map(async (path) => [
      path.slice(join(root, 'dist/').length).replaceAll('\\', '/'),
      await readFile(path),
    ]),
  );
}
